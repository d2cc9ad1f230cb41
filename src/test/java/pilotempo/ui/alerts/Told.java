package pilotempo.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.alert.ChannelState;
import pilotempo.history.AlertEntry;
import pilotempo.ui.testing.StillEngine;

/** Canned alerts, as the rules keep them. */
final class Told {
    private Told() {}

    static List<AlertEntry> some() {
        return List.of(
                alert(
                        1,
                        "charge-late",
                        true,
                        12,
                        null,
                        "b:salon",
                        "v:late",
                        "n:PERCENT 46.0",
                        "n:PERCENT 100.0"),
                alert(
                        2,
                        "battery-away",
                        false,
                        47,
                        null,
                        "b:garage",
                        "v:silent",
                        "i:2026-01-06T17:54:20Z"),
                seen(
                        alert(
                                3,
                                "temperature-high",
                                false,
                                95,
                                null,
                                "b:atelier",
                                "n:CELSIUS 47.0",
                                "n:CELSIUS 45.0")),
                alert(
                        4,
                        "day-ahead",
                        false,
                        102,
                        null,
                        "d:2026-01-07",
                        "c:RED",
                        "v:ready",
                        "n:COUNT 3.0",
                        "n:COUNT 3.0",
                        "n:WATT_HOURS 12600.0",
                        "l:PT5H",
                        "n:WATTS 2700.0",
                        "n:KVA 9.0",
                        "i:2026-01-06T21:05:00Z",
                        "g:",
                        "n:COUNT 0.0",
                        "w:",
                        "n:COUNT 0.0",
                        "s:",
                        "n:COUNT 0.0"),
                alert(
                        5,
                        "charging-each-other",
                        false,
                        60 * 9,
                        60 * 8,
                        "b:salon",
                        "b:garage",
                        "n:WATTS 350.0",
                        "n:WATT_HOURS 1400.0",
                        "n:WATT_HOURS 280.0",
                        "n:EURO 0.05",
                        "n:WATT_HOURS 1680.0",
                        "n:EURO 0.27",
                        "v:much"),
                alert(
                        6,
                        "command-failed",
                        true,
                        60 * 14,
                        60 * 13,
                        "b:garage",
                        "v:ignored",
                        "o:PASSIVE -900",
                        "i:2026-01-06T05:05:00Z"),
                alert(
                        7,
                        "night-result",
                        false,
                        60 * 13,
                        60,
                        "d:2026-01-06",
                        "c:RED",
                        "v:good-until",
                        "n:PERCENT 100.0",
                        "g:atelier=100 garage=99 salon=100",
                        "i:2026-01-06T19:30:00Z"),
                alert(8, "sync-behind", false, 60 * 40, 60 * 30, "i:2026-01-05T02:10:00Z"));
    }

    static List<ChannelState> channels() {
        return List.of(
                new ChannelState(
                        "telegram", true, 0, StillEngine.NOW.minus(Duration.ofMinutes(12)), null),
                new ChannelState(
                        "webhook",
                        true,
                        2,
                        null,
                        "Le webhook refuse l’accès (403)\u00a0: vérifiez webhook.url."));
    }

    static AlertEntry alert(
            int number,
            String kind,
            boolean urgent,
            int begunMinutesAgo,
            @Nullable Integer overMinutesAgo,
            String... args) {
        return new AlertEntry(
                new UUID(0, number),
                kind,
                null,
                ago(begunMinutesAgo),
                overMinutesAgo == null ? null : ago(overMinutesAgo),
                urgent,
                false,
                List.of(args));
    }

    static AlertEntry seen(AlertEntry alert) {
        return new AlertEntry(
                alert.id(),
                alert.kind(),
                alert.battery(),
                alert.raisedAt(),
                alert.resolvedAt(),
                alert.urgent(),
                true,
                alert.args());
    }

    private static Instant ago(int minutes) {
        return StillEngine.NOW.minus(Duration.ofMinutes(minutes));
    }
}
