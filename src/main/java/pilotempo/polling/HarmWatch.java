package pilotempo.polling;

import java.time.Duration;
import java.util.EnumMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.OperatingMode;
import pilotempo.live.Harm;
import pilotempo.live.HarmSign;
import pilotempo.live.RestTest;
import pilotempo.marstek.LineCounts;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/** Finds the signs of harm in what one battery answers. Not thread-safe. */
final class HarmWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HarmWatch.class);

    /** Devices may tell the mode before for so long after an order (API notes, section c). */
    private static final long SETTLING_NANOS = Duration.ofSeconds(30).toNanos();

    private final String battery;
    private final MeterWatch meter;
    private final HarmGuard guard = new HarmGuard();
    private @Nullable OperatingMode mode;
    private long ordersAtMode;
    private long ordersSeen;
    private @Nullable Long orderedNanos;
    private long foreign;

    /**
     * @param hadMeter whether it heard its meter lately, in an earlier run
     */
    HarmWatch(String battery, boolean hadMeter) {
        this.battery = battery;
        this.meter = new MeterWatch(hadMeter);
    }

    /** Takes in an answer. */
    void heard(Query query, Reply.Answered answer, LineCounts counts, long nowNanos) {
        if (query == Query.METER) {
            meter(answer.observation().ctConnected(), nowNanos);
        }
        var now = answer.observation().mode();
        if (now != null) {
            mode(now, counts.orders(), nowNanos);
        }
        others(counts, nowNanos);
    }

    /** It fell silent after it had answered. */
    void silent(long nowNanos) {
        saw(HarmSign.API_SILENT, 1, nowNanos);
    }

    /** It loses too much for this pace. */
    void losing(long nowNanos) {
        saw(HarmSign.LOSSES, 1, nowNanos);
    }

    /** Sets how much slower it may get: 1 = not at all. */
    void limit(int factor) {
        guard.limit(factor);
    }

    int slowing(long nowNanos) {
        return guard.slowing(nowNanos);
    }

    /**
     * What is seen and done.
     *
     * @param rest the rest test that runs, or the last one; null when there was none
     */
    Harm told(@Nullable RestTest rest, long nowNanos) {
        var signs = new EnumMap<HarmSign, Integer>(HarmSign.class);
        signs.putAll(guard.lastHour(nowNanos));
        if (meter.gone()) {
            signs.putIfAbsent(HarmSign.METER_GONE, 1); // however long ago it went
        }
        return new Harm(signs, guard.slowing(nowNanos), guard.cause(nowNanos), rest);
    }

    /** Signs of any kind since an instant of the ticker, of the last hour. */
    int signsSince(long nanos) {
        return guard.since(nanos);
    }

    /** Whether it hears its meter; null while unknown. */
    @Nullable Boolean meterHeard() {
        return meter.heard();
    }

    private void meter(@Nullable Boolean heard, long nowNanos) {
        if (heard == null) {
            return;
        }
        if (meter.gone() && !heard) {
            guard.goesOn(nowNanos);
        }
        meter.told(heard, nowNanos).ifPresent(sign -> saw(sign, 1, nowNanos));
    }

    /** What was ordered is no flip, nor is the end of a power that was given for a time. */
    private void mode(OperatingMode now, long orders, long nowNanos) {
        if (orders != ordersSeen) {
            ordersSeen = orders;
            orderedNanos = nowNanos;
        }
        boolean settling = orderedNanos != null && nowNanos - orderedNanos < SETTLING_NANOS;
        if (mode != null
                && mode != now
                && mode != OperatingMode.PASSIVE
                && orders == ordersAtMode
                && !settling) {
            saw(HarmSign.MODE_FLIPPED, 1, nowNanos);
        }
        mode = now;
        ordersAtMode = orders;
    }

    private void others(LineCounts counts, long nowNanos) {
        saw(HarmSign.FOREIGN_REPLIES, (int) (counts.foreign() - foreign), nowNanos);
        foreign = counts.foreign();
    }

    private void saw(HarmSign sign, int times, long nowNanos) {
        int before = guard.slowing(nowNanos);
        guard.saw(sign, times, nowNanos);
        int after = guard.slowing(nowNanos);
        if (after > before) {
            LOG.warn("{} is asked {} times less often, for {}", battery, after, sign);
        }
    }
}
