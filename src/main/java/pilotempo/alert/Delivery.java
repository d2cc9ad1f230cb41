package pilotempo.alert;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** What became of one attempt to send. Its words are for people and hold no secret. */
sealed interface Delivery {
    /** Taken. */
    record Taken() implements Delivery {}

    /**
     * Not now.
     *
     * @param problem why
     * @param pause how long the server wants to be left alone; empty = it did not say
     */
    record Later(Problem problem, Optional<Duration> pause) implements Delivery {}

    /** Not until somebody changes something. */
    record Misconfigured(Problem problem) implements Delivery {}

    /** This message will never be taken; others may. */
    record Unfit(Problem problem) implements Delivery {}

    /**
     * Why it did not go.
     *
     * @param key of the sentence in the bundle, under {@code channel.}
     * @param detail what it is filled with; may be empty
     */
    record Problem(String key, String detail) {
        /** Those that may pass by themselves. */
        static final Set<String> PASSING =
                Set.of("silent", "unreachable", "broken", "server", "strange");

        static Problem of(String key) {
            return new Problem(key, "");
        }

        /** As it is kept with a message: no language is in it. */
        String kept() {
            return (key + " " + detail).strip();
        }

        /** What was kept. */
        static Problem ofKept(String kept) {
            var parts = kept.split(" ", 2);
            return new Problem(parts[0], parts.length < 2 ? "" : parts[1]);
        }
    }
}
