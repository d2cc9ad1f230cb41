package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import pilotempo.automation.LastDays.Told;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.planning.PlanningRules;
import pilotempo.settings.Settings;
import pilotempo.tempo.TempoColour;

/**
 * What the looks need of the past, read from the disk beside them: whether the sun filled the
 * batteries, and what the last charged night came to. Confined to the looks but for its errands.
 */
final class Recollection {
    /** Read anew each hour, when the ledger has the hour before it. */
    private static final Duration AFTER_HOUR = Duration.ofMinutes(2);

    /** Readings around 06:00 are stored some seconds later. */
    private static final Duration REVIEW_AFTER = Duration.ofSeconds(90);

    private static final Duration NIGHT = Duration.ofHours(8);
    private static final Duration DAY = Duration.ofHours(16);

    private final Surroundings surroundings;
    private final Errands errands;
    private final Runnable lookSoon;
    private final LastDays lastDays;
    private final NightReview nights;
    private final AtomicBoolean reviewing = new AtomicBoolean();
    private @Nullable Instant hourRead;
    private volatile Told told = Told.NOTHING;
    private volatile boolean read;

    Recollection(History history, Surroundings surroundings, Errands errands, Runnable lookSoon) {
        this.surroundings = surroundings;
        this.errands = errands;
        this.lookSoon = lookSoon;
        lastDays = new LastDays(history, surroundings);
        nights = new NightReview(history.facts(), history);
    }

    /** What the last days were like. */
    Told lastDays() {
        return told;
    }

    /** Whether that was read once in this run, with whatever success. */
    boolean hasRead() {
        return read;
    }

    /** The same, read now. Waits for the disk. */
    Told lastDays(Instant at, List<Mac> batteries) throws InterruptedException {
        return lastDays.before(at, batteries);
    }

    /** What the last charged night came to, by people's ids. */
    Optional<NightResult> lastNight(List<Member> members) {
        var ids = new HashMap<Mac, String>();
        for (var member : members) {
            if (member.mac() != null) {
                ids.put(member.mac(), member.id());
            }
        }
        return nights.last(Map.copyOf(ids));
    }

    /** Has read what is due. */
    void keepUp(Instant now, Settings settings, List<Member> members, PlanSwitch planSwitch) {
        var macs = members.stream().map(Member::mac).filter(Objects::nonNull).toList();
        if (macs.isEmpty() || !PlanSwitch.enabled(settings.planning())) {
            return;
        }
        var hour = now.minus(AFTER_HOUR).truncatedTo(ChronoUnit.HOURS);
        if (!hour.equals(hourRead)) {
            hourRead = hour;
            errands.aside(() -> read(now, macs));
        }
        review(now, settings, members, macs, planSwitch);
    }

    private void read(Instant now, List<Mac> macs) {
        try {
            told = lastDays.before(now, macs);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            boolean first = !read;
            read = true;
            if (first) {
                lookSoon.run();
            }
        }
    }

    /** Once after 06:00 of a day that the night was to charge for. */
    private void review(
            Instant now,
            Settings settings,
            List<Member> members,
            List<Mac> macs,
            PlanSwitch planSwitch) {
        var day = surroundings.clock().dayOf(now);
        var begin = surroundings.clock().startOf(day);
        boolean open =
                !now.isBefore(begin.plus(REVIEW_AFTER))
                        && now.isBefore(begin.plus(DAY))
                        && planSwitch.steeredAt(settings.planning(), begin.minus(NIGHT))
                        && nights.lastDay().filter(day::equals).isEmpty();
        if (!open) {
            return;
        }
        var colour =
                surroundings
                        .tariff()
                        .stretches(begin, begin.plusMillis(1))
                        .getFirst()
                        .day()
                        .colour();
        if (colour == null
                || !PlanningRules.of(settings.planning()).chargeFor().contains(colour)
                || !reviewing.compareAndSet(false, true)) {
            return;
        }
        var full = new HashSet<Mac>();
        for (var member : members) {
            if (member.mac() != null && member.wasFull()) {
                full.add(member.mac());
            }
        }
        errands.aside(() -> review(settings, colour, begin, macs, full));
    }

    private void review(
            Settings settings, TempoColour colour, Instant begin, List<Mac> macs, Set<Mac> full) {
        try {
            nights.review(
                    surroundings.clock().dayOf(begin),
                    colour,
                    begin,
                    settings.planning().targetSoc(),
                    macs,
                    full);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } finally {
            reviewing.set(false);
            lookSoon.run();
        }
    }
}
