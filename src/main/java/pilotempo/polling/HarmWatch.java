package pilotempo.polling;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.OperatingMode;
import pilotempo.live.HarmSign;
import pilotempo.marstek.LineCounts;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

/** Finds the signs of harm in what one battery answers. Not thread-safe. */
final class HarmWatch {
    private static final Logger LOG = LoggerFactory.getLogger(HarmWatch.class);

    private final String battery;
    private final HarmGuard guard = new HarmGuard();
    private @Nullable OperatingMode mode;
    private @Nullable Boolean meterHeard;
    private long ordersAtMode;
    private long foreign;

    HarmWatch(String battery) {
        this.battery = battery;
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

    /** The pace had to be halved for losses. */
    void losing(long nowNanos) {
        saw(HarmSign.LOSSES, 1, nowNanos);
    }

    int slowing(long nowNanos) {
        return guard.slowing(nowNanos);
    }

    Map<HarmSign, Integer> lastHour(long nowNanos) {
        return guard.lastHour(nowNanos);
    }

    /** Signs of any kind since an instant of the ticker, of the last hour. */
    int signsSince(long nanos) {
        return guard.since(nanos);
    }

    /** Whether it hears its meter; null while unknown. */
    @Nullable Boolean meterHeard() {
        return meterHeard;
    }

    private void meter(@Nullable Boolean heard, long nowNanos) {
        if (Boolean.TRUE.equals(meterHeard) && Boolean.FALSE.equals(heard)) {
            saw(HarmSign.METER_LOST, 1, nowNanos);
        }
        if (heard != null) {
            meterHeard = heard;
        }
    }

    /** What was ordered is no flip, nor is the end of a power that was given for a time. */
    private void mode(OperatingMode now, long orders, long nowNanos) {
        if (mode != null
                && mode != now
                && mode != OperatingMode.PASSIVE
                && orders == ordersAtMode) {
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
            LOG.warn(
                    "{}: {} comes too often, it is asked {} times less often",
                    battery,
                    sign,
                    after);
        }
    }
}
