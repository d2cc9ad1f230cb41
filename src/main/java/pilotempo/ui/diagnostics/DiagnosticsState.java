package pilotempo.ui.diagnostics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import pilotempo.alert.AlertText;
import pilotempo.battery.Device;
import pilotempo.history.HistoryHealth;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.sync.SyncState;
import pilotempo.tempo.DayColour;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Words;

/**
 * What the Diagnostics page shows.
 *
 * @param checks recording, the server where there is one, Tempo, batteries that charge each other,
 *     then the batteries in the order of the settings
 * @param links the batteries' links, in the same order
 */
record DiagnosticsState(List<Check> checks, List<Link> links) {

    /**
     * One battery's link in figures, ready to show.
     *
     * @param lossy whether the loss deserves a look
     * @param facts name and value of what else is known of it
     * @param replies the newest raw reply of each method
     */
    record Link(
            String id,
            String name,
            String sent,
            String lost,
            boolean lossy,
            String p50,
            String p95,
            String pace,
            String last,
            String gap,
            List<Fact> facts,
            List<Reply> replies) {}

    /** A name and a value. */
    record Fact(String name, String value) {}

    /** A raw reply as the device sent it. */
    record Reply(String method, String at, String text) {}

    /** Losses above this share deserve a look. */
    private static final double LOSSY_PERCENT = 5;

    static DiagnosticsState of(
            FleetSnapshot fleet,
            HistoryHealth history,
            SyncState sync,
            DayColour today,
            Source asked,
            Optional<AlertText> together,
            Instant now,
            Texts texts,
            Formats formats) {
        var own = new OwnChecks(texts, formats);
        var checks = new ArrayList<Check>();
        checks.add(own.recording(history, now));
        if (sync.configured()) {
            checks.add(new SyncCheck(texts, formats).of(sync, now));
        }
        checks.add(own.tempo(today, asked));
        together.map(own::together).ifPresent(checks::add);
        var battery = new BatteryCheck(texts, formats, now);
        fleet.batteries().stream().map(battery::of).forEach(checks::add);
        var links =
                fleet.batteries().stream().map(state -> link(state, now, texts, formats)).toList();
        return new DiagnosticsState(List.copyOf(checks), links);
    }

    long goodChecks() {
        return checks.stream().filter(Check::good).count();
    }

    Optional<Check> check(String id) {
        return checks.stream().filter(check -> check.id().equals(id)).findFirst();
    }

    Optional<Link> link(String id) {
        return links.stream().filter(link -> link.id().equals(id)).findFirst();
    }

    private static Link link(BatteryState battery, Instant now, Texts texts, Formats formats) {
        var link = battery.link();
        var lost = link.lostPercent();
        var last = link.lastAnswer();
        var gap = formats.duration(link.gap());
        return new Link(
                battery.id(),
                battery.name(),
                formats.number((double) link.sent(), 0),
                lost == null ? Formats.UNKNOWN : formats.number(lost, 1) + percent(formats),
                lost != null && lost > LOSSY_PERCENT,
                millis(link.p50(), texts, formats),
                millis(link.p95(), texts, formats),
                formats.duration(link.pace()),
                last == null ? Formats.UNKNOWN : new Words(formats).ago(age(last, now)),
                gap,
                facts(battery, gap, texts, formats),
                battery.raw().values().stream()
                        .map(
                                reply ->
                                        new Reply(
                                                reply.method(),
                                                texts.get(
                                                        "raw.at",
                                                        reply.method(),
                                                        formats.time(reply.at())),
                                                reply.text()))
                        .toList());
    }

    private static List<Fact> facts(
            BatteryState battery, String gap, Texts texts, Formats formats) {
        var device = battery.device();
        var mac = battery.mac();
        var host = battery.host();
        return List.of(
                new Fact(
                        texts.get("address"),
                        (host == null ? Formats.UNKNOWN : host) + ":" + battery.port()),
                new Fact(texts.get("identity"), mac == null ? Formats.UNKNOWN : mac.withColons()),
                new Fact(texts.get("model"), device == null ? Formats.UNKNOWN : device.model()),
                new Fact(texts.get("firmware"), firmware(device, formats)),
                new Fact(texts.get("pace"), formats.duration(battery.link().pace())),
                new Fact(texts.get("gap"), gap),
                new Fact(texts.get("missed"), Integer.toString(battery.link().missedRounds())));
    }

    private static String firmware(@Nullable Device device, Formats formats) {
        if (device == null) {
            return Formats.UNKNOWN;
        }
        return device.firmware() >= 1000
                ? formats.number(device.firmware() / 10.0, 1)
                : Integer.toString(device.firmware());
    }

    private static Duration age(Instant last, Instant now) {
        var age = Duration.between(last, now);
        return age.isNegative() ? Duration.ZERO : age;
    }

    private static String millis(@Nullable Duration latency, Texts texts, Formats formats) {
        return latency == null
                ? Formats.UNKNOWN
                : texts.get("link.ms", formats.number((double) latency.toMillis(), 0));
    }

    private static String percent(Formats formats) {
        return (formats.locale().getLanguage().equals("fr") ? Formats.NBSP : "") + "%";
    }
}
