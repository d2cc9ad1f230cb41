package pilotempo.ui.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.Harm;
import pilotempo.live.LinkHealth;
import pilotempo.live.RawReply;
import pilotempo.settings.BatterySettings;

/** Canned batteries, as in the pictures the window is built towards. */
final class StillFleet {
    private static final Duration PACE = Duration.ofSeconds(20);
    private static final Duration GOOD_FOR = Duration.ofSeconds(60);
    private static final List<Canned> ALL =
            List.of(
                    new Canned("salon", "Salon", 52, 520, 21, 8),
                    new Canned("garage", "Garage", 46, 430, 14, 11),
                    new Canned("atelier", "Atelier", 41, 290, 12, 6),
                    new Canned("cave", "Cave", 79, 330, 12, 6),
                    new Canned("grange", "Grange", 95, 0, 7, 6),
                    new Canned("bureau", "Bureau", 74, 300, 21, 11),
                    new Canned("buanderie", "Buanderie", 18, 0, 16, 11),
                    new Canned("serre", "Serre", 63, -240, 9, 6),
                    new Canned("chai", "Chai", 57, 180, 10, 9),
                    new Canned("pergola", "Pergola", 66, 210, 8, 7));

    private record Canned(
            String id, String name, double level, double watts, double celsius, int age) {}

    private StillFleet() {}

    /** The first so many, all well. */
    static FleetSnapshot of(int batteries, Instant now) {
        var states = new ArrayList<BatteryState>();
        for (int i = 0; i < batteries; i++) {
            states.add(state(i, now, i == 0));
        }
        return new FleetSnapshot(states);
    }

    static List<BatterySettings> settings(int batteries) {
        var settings = new ArrayList<BatterySettings>();
        for (int i = 0; i < batteries; i++) {
            var canned = ALL.get(i);
            settings.add(BatterySettings.at(canned.id, canned.name, "192.0.2." + (11 + i), 30000));
        }
        return settings;
    }

    /** The state after it fell silent that long ago. */
    static BatteryState silent(BatteryState state, Instant now, Duration since, Diagnosis why) {
        var old = aged(state, now.minus(since));
        return old.withLink(
                old.host(), old.port(), old.mac(), old.device(), link(why, now.minus(since), 40));
    }

    /** The state as last learnt at that moment; it is still being asked. */
    static BatteryState aged(BatteryState state, Instant at) {
        var values = Observation.builder();
        state.numbers().forEach((quantity, timed) -> values.number(quantity, timed.value()));
        var mode = state.mode();
        values.mode(mode == null ? null : mode.value()).ctConnected(true);
        values.chargingAllowed(true).dischargingAllowed(true);
        return BatteryState.unknown(
                        state.id(), state.name(), state.host(), state.port(), state.mac())
                .learn(values.build(), at, GOOD_FOR)
                .withLink(
                        state.host(),
                        state.port(),
                        state.mac(),
                        state.device(),
                        link(Diagnosis.GOOD, at, 2));
    }

    static Mac mac(int index) {
        return new Mac("02005e%06x".formatted(index + 1));
    }

    static double watts(Mac mac) {
        return ALL.get(index(mac)).watts;
    }

    static double level(Mac mac) {
        return ALL.get(index(mac)).level;
    }

    static double celsius(Mac mac) {
        return ALL.get(index(mac)).celsius;
    }

    static int index(Mac mac) {
        return Integer.parseInt(mac.hex().substring(6), 16) - 1;
    }

    private static BatteryState state(int index, Instant now, boolean hearsMeter) {
        var canned = ALL.get(index);
        var at = now.minusSeconds(canned.age);
        var mac = mac(index);
        var host = "192.0.2." + (11 + index);
        var values =
                Observation.builder()
                        .number(Quantity.SOC_PCT, canned.level)
                        .number(Quantity.POWER_W, canned.watts)
                        .number(Quantity.ONGRID_POWER_W, canned.watts)
                        .number(Quantity.OFFGRID_POWER_W, 0.0)
                        .number(Quantity.TEMPERATURE_C, canned.celsius)
                        .number(Quantity.RATED_WH, 5120.0)
                        .number(Quantity.REMAINING_WH, 51.2 * canned.level)
                        .number(Quantity.METER_POWER_W, hearsMeter ? 32.0 : null)
                        .number(Quantity.TOTAL_GRID_IN_WH, 812_400.0 + 1000 * index)
                        .number(Quantity.TOTAL_GRID_OUT_WH, 701_900.0 + 1000 * index)
                        .number(Quantity.WIFI_RSSI_DBM, -58.0 - index)
                        .mode(OperatingMode.AUTO)
                        .chargingAllowed(true)
                        .dischargingAllowed(true)
                        .ctConnected(true)
                        .build();
        return BatteryState.unknown(canned.id, canned.name, host, 30000, mac)
                .learn(values, at, GOOD_FOR)
                .withLink(
                        host,
                        30000,
                        mac,
                        new Device(mac, "VenusE 3.0", 150),
                        link(Diagnosis.GOOD, at, 0))
                .withRaw(
                        new RawReply(
                                "ES.GetStatus",
                                at,
                                "{\"id\":1,\"src\":\"VenusE 3.0-02005e000001\",\"result\":"
                                        + "{\"id\":0,\"bat_soc\":52,\"bat_cap\":5120,"
                                        + "\"ongrid_power\":520}}"));
    }

    private static LinkHealth link(Diagnosis diagnosis, Instant last, int missed) {
        return new LinkHealth(
                diagnosis,
                false,
                4320,
                4302 - 10L * missed,
                0.4,
                Duration.ofMillis(180),
                Duration.ofMillis(640),
                last,
                PACE,
                Duration.ofSeconds(5),
                missed,
                false,
                Harm.NONE);
    }

    static BatteryState harmed(BatteryState state, Harm harm) {
        var link = state.link();
        return state.withLink(
                state.host(),
                state.port(),
                state.mac(),
                state.device(),
                new LinkHealth(
                        link.diagnosis(),
                        link.riskyFirmware(),
                        link.sent(),
                        link.answered(),
                        link.lostLately(),
                        link.p50(),
                        link.p95(),
                        link.lastAnswer(),
                        link.pace(),
                        link.gap(),
                        link.missedRounds(),
                        link.ephemeralPort(),
                        harm));
    }
}
