package pilotempo.app.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.sync.SyncProblem;

/** The fleet as it is now. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description =
                "The batteries as they are now: asked once, or the live state of a Pilotempo that runs.")
final class StatusCommand implements Callable<Integer> {
    private static final List<Quantity> NUMBERS =
            List.of(
                    Quantity.SOC_PCT,
                    Quantity.POWER_W,
                    Quantity.ONGRID_POWER_W,
                    Quantity.OFFGRID_POWER_W,
                    Quantity.PV_POWER_W,
                    Quantity.TEMPERATURE_C,
                    Quantity.REMAINING_WH,
                    Quantity.RATED_WH);
    private static final List<Quantity> METER_AND_TOTALS =
            List.of(
                    Quantity.METER_POWER_W,
                    Quantity.TOTAL_PV_WH,
                    Quantity.TOTAL_GRID_OUT_WH,
                    Quantity.TOTAL_GRID_IN_WH,
                    Quantity.TOTAL_LOAD_WH,
                    Quantity.WIFI_RSSI_DBM);

    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    StatusCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        return host.withDesk(options, this::print);
    }

    private int print(OpenDesk desk) throws IOException, InterruptedException {
        if (!desk.running()) {
            desk.engine().askAllOnce();
            desk.history().flush();
        }
        var batteries = desk.engine().fleet().batteries();
        var now = desk.engine().now();
        for (var battery : batteries) {
            if (battery.link().diagnosis() == Diagnosis.UNRESOLVED) {
                host.err()
                        .println(
                                "pilotempo: "
                                        + battery.id()
                                        + ": the host name '"
                                        + battery.host()
                                        + "' does not resolve: check it in the settings, or give the battery's address or MAC");
            }
        }
        if (json) {
            Json.print(host.out(), document -> document(document, desk, batteries, now));
        } else {
            table(batteries, now);
        }
        return 0;
    }

    private static void document(
            JsonGenerator json, OpenDesk desk, List<BatteryState> batteries, Instant now)
            throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("seat");
        json.writeStringField("role", "single");
        json.writeEndObject();
        json.writeObjectFieldStart("sync");
        var sync = desk.sync().state();
        json.writeBooleanField("configured", sync.configured());
        if (sync.configured()) {
            json.writeNumberField("pending_rows", sync.pendingRows());
        } else {
            json.writeNullField("pending_rows");
        }
        var oldest = sync.oldestPending();
        if (oldest.isPresent()) {
            long age = Duration.between(oldest.get(), now).toSeconds();
            json.writeNumberField("oldest_pending_s", Math.max(0, age));
        } else {
            json.writeNullField("oldest_pending_s");
        }
        Json.text(json, "problem", sync.problem().map(SyncProblem::sentence).orElse(null));
        json.writeEndObject();
        json.writeArrayFieldStart("batteries");
        for (var battery : batteries) {
            battery(json, battery, now);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void battery(JsonGenerator json, BatteryState battery, Instant now)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("id", battery.id());
        json.writeStringField("name", battery.name());
        Json.text(json, "host", battery.host());
        json.writeNumberField("port", battery.port());
        var device = battery.device();
        Json.text(json, "model", device == null ? null : device.model());
        if (device == null) {
            json.writeNullField("firmware");
        } else {
            json.writeNumberField("firmware", device.firmware());
        }
        var mac = battery.mac();
        Json.text(json, "mac", mac == null ? null : mac.hex());
        json.writeBooleanField("reachable", battery.reachable(now));
        Json.instant(json, "at", battery.at());
        var mode = BatteryState.fresh(battery.mode(), now);
        Json.text(json, "mode", mode == null ? null : mode.word());
        for (var quantity : NUMBERS) {
            Json.number(json, quantity.column(), battery.now(quantity, now));
        }
        Json.flag(json, "charging_allowed", BatteryState.fresh(battery.chargingAllowed(), now));
        Json.flag(
                json, "discharging_allowed", BatteryState.fresh(battery.dischargingAllowed(), now));
        Json.flag(json, "ct_connected", BatteryState.fresh(battery.ctConnected(), now));
        for (var quantity : METER_AND_TOTALS) {
            Json.number(json, quantity.column(), battery.now(quantity, now));
        }
        LinkJson.write(json, battery.link(), now);
        json.writeEndObject();
    }

    private void table(List<BatteryState> batteries, Instant now) {
        var out = new PrintWriter(new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
        if (batteries.isEmpty()) {
            out.println("No battery in the settings: 'pilotempo discover' looks for them.");
            return;
        }
        out.printf(
                Locale.ROOT,
                "%-12s %6s %9s %7s %-8s %-10s %s%n",
                "battery",
                "level",
                "power",
                "temp",
                "mode",
                "age",
                "link");
        for (var battery : batteries) {
            var mode = BatteryState.fresh(battery.mode(), now);
            out.printf(
                    Locale.ROOT,
                    "%-12s %6s %9s %7s %-8s %-10s %s%n",
                    battery.id(),
                    value(battery.now(Quantity.SOC_PCT, now), "%.0f %%"),
                    value(battery.now(Quantity.POWER_W, now), "%.0f W"),
                    value(battery.now(Quantity.TEMPERATURE_C, now), "%.0f °C"),
                    mode(mode),
                    age(battery.at(), now),
                    battery.link().diagnosis().name().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
    }

    private static String mode(@Nullable OperatingMode mode) {
        return mode == null ? "—" : mode.word();
    }

    private static String value(@Nullable Double value, String format) {
        return value == null ? "—" : String.format(Locale.ROOT, format, value);
    }

    private static String age(@Nullable Instant at, Instant now) {
        return at == null ? "never" : Duration.between(at, now).toSeconds() + " s ago";
    }
}
