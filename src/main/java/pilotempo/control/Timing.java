package pilotempo.control;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.BatteryCommand;
import pilotempo.battery.ModeCommand;
import pilotempo.history.JournalEntry;
import pilotempo.lifecycle.Time;

/**
 * When a Passive ends. A plan's ends at its moment, however late it is sent: its duration shrinks,
 * in whole seconds, downwards. A person's lasts as long as it was asked from when it is sent.
 */
final class Timing {
    private final Order order;
    private final Time time;
    private final boolean fixed;
    private final Instant begun;
    private long end;
    private Instant until;

    /** Of an order that was given just now. */
    Timing(Order order, Time time) {
        this.order = order;
        this.time = time;
        fixed = order.author() == JournalEntry.Author.PLAN;
        begun = time.now();
        until = begun;
        count();
    }

    private void count() {
        if (order.command() instanceof ModeCommand.Passive(_, var duration)) {
            end = time.ticker().nanos() + duration.toNanos();
            until = time.now().plus(duration);
        }
    }

    /** When the order was given. */
    Instant begun() {
        return begun;
    }

    /** When its effect ends by itself; null where it does not. */
    @Nullable Instant until() {
        return order.command() instanceof ModeCommand.Passive ? until : null;
    }

    /** What to send now, at the moment when it leaves. */
    BatteryCommand command() {
        if (!(order.command() instanceof ModeCommand.Passive(var power, var duration))) {
            return order.command();
        }
        if (!fixed) {
            count();
            return order.command();
        }
        long left = Math.max(1, left().toSeconds());
        return left >= duration.toSeconds()
                ? order.command()
                : new ModeCommand.Passive(power, Duration.ofSeconds(left));
    }

    /** Whether it is too late to send it. */
    boolean over() {
        return fixed && left().toSeconds() < 1;
    }

    /** How long its effect lasts yet; negative when it is over, very long where it never ends. */
    Duration left() {
        return order.command() instanceof ModeCommand.Passive
                ? Duration.ofNanos(end - time.ticker().nanos())
                : Duration.ofDays(1);
    }
}
