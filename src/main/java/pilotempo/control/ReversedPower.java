package pilotempo.control;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import pilotempo.battery.Mac;
import pilotempo.history.Facts;

/**
 * The batteries whose power came out with the other sign, and what a plan may order of them since:
 * nothing for a while, then little, and nothing more that night if it happens again. The next night
 * begins with little. A power that comes out right ends it, so does an order of a person. Outlives
 * a restart. Thread-safe.
 */
public final class ReversedPower {
    /** The most that a trial orders, W: enough to tell the sign, little harm. */
    public static final int TRIAL_W = 300;

    private static final String NAME = "reversed.";
    private static final Duration REST = Duration.ofMinutes(20);

    /** Longer than a night's off-peak hours, shorter than from their end to the next. */
    private static final Duration NIGHT = Duration.ofHours(12);

    private final Facts facts;

    /** Kept among these facts, one {@code reversed.MAC} a battery: when, the last two times. */
    public ReversedPower(Facts facts) {
        this.facts = facts;
    }

    /** What a plan may order of a battery. */
    public sealed interface Trust {
        /** Nothing is known against it. */
        record Full() implements Trust {}

        /** It came out reversed some time ago: little power, until the right sign was seen. */
        record Trial() implements Trust {}

        /**
         * It came out reversed just now.
         *
         * @param until until when no power is ordered of it
         * @param forTheNight whether the trial failed as well
         */
        record Stopped(Instant until, boolean forTheNight) implements Trust {}

        /** The most that may be ordered, W, either way. */
        default int mostW() {
            return switch (this) {
                case Full _ -> Integer.MAX_VALUE;
                case Trial _ -> TRIAL_W;
                case Stopped _ -> 0;
            };
        }
    }

    /** What a plan may order of a battery at a moment. */
    public Trust of(Mac battery, Instant now) {
        var times = times(battery);
        if (times.isEmpty()) {
            return new Trust.Full();
        }
        var last = times.getLast();
        boolean again =
                times.size() > 1
                        && Duration.between(times.getFirst(), last).abs().compareTo(NIGHT) < 0;
        var until = last.plus(again ? NIGHT : REST);
        // A clock that was set back since must not stop it for longer.
        return now.isBefore(last) || !now.isBefore(until)
                ? new Trust.Trial()
                : new Trust.Stopped(until, again);
    }

    private List<Instant> times(Mac battery) {
        return facts.get(NAME + battery.hex()).stream()
                .flatMap(text -> Stream.of(text.split(" ", -1)))
                .flatMap(ReversedPower::time)
                .toList();
    }

    private static Stream<Instant> time(String text) {
        try {
            return Stream.of(Instant.parse(text));
        } catch (DateTimeException foreign) {
            return Stream.of(Instant.EPOCH);
        }
    }

    void happened(Mac battery, Instant at) {
        var times = times(battery);
        var before = times.isEmpty() ? "" : times.getLast() + " ";
        facts.keep(NAME + battery.hex(), before + at);
    }

    /** A person decided that it may go on, or its power was seen to come out right. */
    public void forgive(Mac battery) {
        if (facts.get(NAME + battery.hex()).isPresent()) {
            facts.forget(NAME + battery.hex());
        }
    }
}
