package pilotempo.history;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.Mac;

/**
 * One command and what became of it. It is written before the first datagram leaves, and again once
 * it is decided.
 *
 * @param id made once; the same command's later states bear it too
 * @param battery to whom
 * @param at when it was begun, to the millisecond
 * @param author who wanted it
 * @param command what
 * @param until when its effect ends by itself; null where it does not
 * @param why the reason, for people, at most 1,000 characters; empty if there is none
 * @param result how it ended
 * @param sends datagrams sent for it
 * @param latency from the first send to the decision; null before it
 * @param detail what the device said or did, for people, at most 1,000 characters; empty if nothing
 */
public record JournalEntry(
        UUID id,
        Mac battery,
        Instant at,
        Author author,
        BatteryCommand command,
        @Nullable Instant until,
        String why,
        Result result,
        int sends,
        @Nullable Duration latency,
        String detail) {
    private static final int LONGEST = 1000;

    /** The same command with what became of it since; a longer detail is cut. */
    public JournalEntry ended(Result how, String told) {
        return new JournalEntry(
                id,
                battery,
                at,
                author,
                command,
                until,
                why,
                how,
                sends,
                latency,
                told.length() > LONGEST ? told.substring(0, LONGEST) : told);
    }

    /** When it was decided; for one that was cut off, when it began. */
    public Instant decidedAt() {
        return latency == null ? at : at.plus(latency);
    }

    /** The same, with what was seen of it later added to its detail. */
    public JournalEntry seenLater(Result how, String more) {
        return ended(how, detail.isEmpty() ? more : detail + "; " + more);
    }

    /** Who wants something of a battery. */
    public enum Author {
        /** Somebody at the window. */
        WINDOW("window"),
        /** Somebody at the command line. */
        COMMAND_LINE("command_line"),
        /** The plan. */
        PLAN("plan"),
        /** Pilotempo itself, to undo what went wrong. */
        SAFETY("safety");

        private final String word;

        Author(String word) {
            this.word = word;
        }

        /** Its name in both databases. */
        public String word() {
            return word;
        }

        /** The one of that name. */
        static Author of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No author is called " + word));
        }
    }

    /** How a command ended. */
    public enum Result {
        /** Not decided: under way, or the program ended in the middle. */
        PENDING("pending"),
        /** Read back, and the power tells the same where it can. */
        VERIFIED("verified"),
        /** Read back in its mode, with less power than asked. */
        PARTLY("partly"),
        /** The device says that it received it; nothing proves that it obeys. */
        ACKNOWLEDGED("acknowledged"),
        /** The device refused it. */
        REFUSED("refused"),
        /** No answer, and no effect seen. */
        LOST("lost"),
        /** Acknowledged, but the battery is not in that mode or does not follow the power. */
        IGNORED("ignored"),
        /** The power came out with the other sign; undone at once. */
        REVERSED("reversed"),
        /** Never sent: no address, or the right battery has not answered there. */
        NOT_SENT("not_sent"),
        /** It had worked, and the device left it before its end. */
        DROPPED("dropped");

        private final String word;

        Result(String word) {
            this.word = word;
        }

        /** Its name in both databases. */
        public String word() {
            return word;
        }

        /** The one of that name. */
        static Result of(String word) {
            return Arrays.stream(values())
                    .filter(one -> one.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("No result is called " + word));
        }

        /** Whether the battery does, or may do, as it was told. */
        public boolean took() {
            return this == VERIFIED || this == PARTLY || this == ACKNOWLEDGED;
        }
    }
}
