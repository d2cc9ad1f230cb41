package pilotempo.marstek.simulator;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;

/**
 * What the fleet was asked so far, and how politely. Durations are those of the fleet's own time.
 *
 * @param batteries by MAC, the MAC of the plan
 */
public record FleetLog(Map<Mac, Battery> batteries) {
    /** Copies the map. */
    public FleetLog {
        batteries = Map.copyOf(batteries);
    }

    /** Of one battery. */
    public Battery of(Mac mac) {
        var battery = batteries.get(mac);
        if (battery == null) {
            throw new IllegalArgumentException("no battery " + mac);
        }
        return battery;
    }

    /**
     * One battery's part.
     *
     * @param requests datagrams that asked it something, broadcasts included
     * @param smallestInterval between two requests; null before the second
     * @param smallestQuiet between a reply sent and the next request, zero when one was still being
     *     answered; replies that a fault lost or held back do not count; null before the first such
     *     pair
     * @param hangs how often it was provoked into hanging
     * @param byMethod datagrams by method; {@code (empty)}, {@code (unreadable)}, {@code (invalid)}
     *     and {@code (reply)} for what is no call
     * @param writes every call that writes, obeyed or not
     */
    public record Battery(
            int requests,
            @Nullable Duration smallestInterval,
            @Nullable Duration smallestQuiet,
            int hangs,
            Map<String, Integer> byMethod,
            List<Write> writes) {
        /** Copies the collections. */
        public Battery {
            byMethod = Map.copyOf(byMethod);
            writes = List.copyOf(writes);
        }
    }

    /**
     * A call that writes.
     *
     * @param at when it came
     * @param method {@code ES.SetMode}
     * @param params its parameters, compact JSON
     */
    public record Write(Instant at, String method, String params) {}
}
