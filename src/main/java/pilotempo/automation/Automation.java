package pilotempo.automation;

import java.time.Instant;
import java.util.Optional;
import pilotempo.lifecycle.Subscription;
import pilotempo.planning.Plan;
import pilotempo.settings.Settings;

/** Carries a plan out. Thread-safe. */
public interface Automation extends AutoCloseable {
    /** Begins: looks at what the journal says of the last run, then follows the plan. */
    void start();

    /** How it stands; answers at once. */
    PlanState state();

    /** Signals at once and on each change of {@link #state}; the listener must not wait. */
    Subscription onChange(Runnable listener);

    /**
     * What would be done at any moment, from the newest stored state and all colours known now;
     * nothing is done. Waits for the disk. Where {@link #start} was not called, it also brings
     * {@link #state} up to date.
     */
    Plan planAt(Instant at);

    /**
     * The same by another strategy, switched on or not.
     *
     * @param strategy its word in the settings
     */
    Plan planAt(String strategy, Instant at);

    /**
     * Rests. What a plan's command does now is ended by the day mode; nothing is written until it
     * is resumed. Outlives a restart.
     *
     * @param until when it goes on by itself; empty = when somebody resumes it
     */
    void pause(Optional<Instant> until);

    /** Goes on. */
    void resume();

    /** Ends the trial day now: what the plan says is done from now on. */
    void endDryRun();

    /** Other settings are in force. */
    void changed(Settings settings);

    /**
     * Stops following the plan; batteries are left as they are, each with its command's own end.
     */
    @Override
    void close();
}
