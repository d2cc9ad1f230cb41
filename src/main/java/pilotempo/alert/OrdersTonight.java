package pilotempo.alert;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Author;
import pilotempo.history.JournalEntry.Result;
import pilotempo.live.BatteryState;

/**
 * What became of the orders that a battery was given since the night began.
 *
 * @param failed how many failed in a row, up to the newest one decided
 * @param last when the newest of them was given; null where none failed
 */
record OrdersTonight(int failed, @Nullable Instant last) {
    /** None has failed. */
    static final OrdersTonight NONE = new OrdersTonight(0, null);

    static OrdersTonight of(BatteryState battery, Look look) {
        var failed =
                look.world().journal().stream()
                        .filter(entry -> entry.battery().equals(battery.mac()))
                        .filter(entry -> !entry.at().isBefore(look.night()))
                        .filter(entry -> entry.result() != Result.PENDING)
                        .filter(OrdersTonight::counts)
                        .takeWhile(entry -> isFailure(entry.result()))
                        .toList();
        return of(failed);
    }

    private static OrdersTonight of(List<JournalEntry> failed) {
        return failed.isEmpty() ? NONE : new OrdersTonight(failed.size(), failed.getFirst().at());
    }

    /** What a person wanted and did not get says nothing of the plan's charge. */
    private static boolean counts(JournalEntry entry) {
        return entry.author() == Author.PLAN
                || entry.author() == Author.SAFETY
                || entry.result().took();
    }

    private static boolean isFailure(Result result) {
        return switch (result) {
            case REFUSED, LOST, IGNORED, REVERSED, NOT_SENT -> true;
            case PENDING, VERIFIED, PARTLY, ACKNOWLEDGED, DROPPED -> false;
        };
    }
}
