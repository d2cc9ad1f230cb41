package pilotempo.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.history.Facts;
import pilotempo.settings.PlanningSettings;

/**
 * Whether the plan is on, paused or on trial. All of it is kept as facts, so that a restart changes
 * nothing. Thread-safe as the facts are.
 */
final class PlanSwitch {
    /** Since when a strategy is on. */
    static final String ON = "plan-on";

    /** When the trial day ends. */
    static final String DRY_RUN = "dry-run-until";

    /** Until when the plan rests, or {@link #OPEN}. */
    static final String PAUSED = "plan-paused";

    private static final Logger LOG = LoggerFactory.getLogger(PlanSwitch.class);
    private static final String OPEN = "open";
    private static final String NONE = "none";
    private static final Duration TRIAL = Duration.ofDays(1);

    private final Facts facts;

    PlanSwitch(Facts facts) {
        this.facts = facts;
    }

    static boolean enabled(PlanningSettings settings) {
        return !settings.strategy().equals(NONE);
    }

    /** Notes that a strategy was switched on or off; only while the clock is believed. */
    void follow(PlanningSettings settings, Instant now) {
        if (!enabled(settings)) {
            if (facts.get(ON).isPresent()) {
                facts.forget(ON);
                facts.forget(DRY_RUN);
            }
            return;
        }
        if (facts.get(ON).isEmpty()) {
            facts.keep(ON, now.toString());
            if (settings.dryRunFirst()) {
                facts.keep(DRY_RUN, now.plus(TRIAL).toString());
            }
        }
    }

    /** Since when a strategy is on. */
    Optional<Instant> onSince() {
        return instant(ON);
    }

    /** When the trial day ends; null when there is none now. */
    @Nullable Instant dryRunUntil(PlanningSettings settings, Instant now) {
        if (!settings.dryRunFirst() || !enabled(settings)) {
            return null;
        }
        if (facts.get(ON).isEmpty()) {
            return now.plus(TRIAL); // about to be noted
        }
        var until = instant(DRY_RUN).orElse(Instant.MIN);
        var latest = now.plus(TRIAL); // a clock set back does not make the trial longer
        return until.isAfter(latest) ? latest : until.isAfter(now) ? until : null;
    }

    /** Whether a strategy is on, neither paused nor on trial. */
    boolean acts(PlanningSettings settings, Instant now) {
        return enabled(settings) && !paused(now) && dryRunUntil(settings, now) == null;
    }

    /** Whether the plan was on, and no longer on trial, at a moment that is past. */
    boolean steeredAt(PlanningSettings settings, Instant moment) {
        boolean on = onSince().filter(since -> !since.isAfter(moment)).isPresent();
        boolean trial =
                settings.dryRunFirst() && instant(DRY_RUN).filter(moment::isBefore).isPresent();
        return on && !trial;
    }

    void endDryRun(Instant now) {
        facts.keep(DRY_RUN, now.toString());
    }

    void pause(Optional<Instant> until) {
        facts.keep(PAUSED, until.map(Instant::toString).orElse(OPEN));
    }

    void resume() {
        facts.forget(PAUSED);
    }

    boolean paused(Instant now) {
        var kept = facts.get(PAUSED);
        return kept.isPresent()
                && (kept.get().equals(OPEN) || instant(PAUSED).filter(now::isBefore).isPresent());
    }

    @Nullable Instant pausedUntil(Instant now) {
        return paused(now) ? instant(PAUSED).orElse(null) : null;
    }

    private Optional<Instant> instant(String name) {
        var kept = facts.get(name).filter(content -> !content.equals(OPEN));
        try {
            return kept.map(Instant::parse);
        } catch (DateTimeParseException foreign) {
            LOG.warn("The fact {} says '{}', which is no instant", name, kept.orElse(""));
            return Optional.empty();
        }
    }
}
