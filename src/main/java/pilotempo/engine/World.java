package pilotempo.engine;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.alert.Watched;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.lifecycle.Time;
import pilotempo.live.LiveState;
import pilotempo.sync.Sync;
import pilotempo.tempo.Tariff;

/** Puts together what the alerts' rules look at. May wait for the disk. */
final class World implements Supplier<Watched> {
    private static final Logger LOG = LoggerFactory.getLogger(World.class);
    private static final Duration COMMANDS_OF = Duration.ofDays(1);

    private final LiveState live;
    private final History history;
    private final Sync sync;
    private final Tariff tariff;
    private final Steering steering;
    private final HouseHabit habit;
    private final Supplier<OptionalLong> freeDisk;
    private final Time time;

    World(
            LiveState live,
            History history,
            Sync sync,
            Tariff tariff,
            Steering steering,
            Supplier<OptionalLong> freeDisk,
            Time time) {
        this.live = live;
        this.history = history;
        this.sync = sync;
        this.tariff = tariff;
        this.steering = steering;
        this.freeDisk = freeDisk;
        this.time = time;
        habit = new HouseHabit(history, tariff);
    }

    @Override
    public Watched get() {
        var now = time.now();
        var free = freeDisk.get();
        return new Watched(
                now,
                live.current(),
                tariff.at(now),
                steering.plan(),
                sync.state(),
                history.health(),
                free.isPresent() ? free.getAsLong() : null,
                history.journal()
                        .between(now.minus(COMMANDS_OF), now.plus(Duration.ofSeconds(1)))
                        .reversed(),
                usualLoad());
    }

    private @Nullable Double usualLoad() {
        try {
            var watts = habit.peakWatts(time.now());
            return watts.isPresent() ? watts.getAsDouble() : null;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return null;
        } catch (HistoryUnavailable unreadable) {
            LOG.debug("The house's habit is not known", unreadable);
            return null;
        }
    }
}
