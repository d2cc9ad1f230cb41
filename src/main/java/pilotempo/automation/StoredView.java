package pilotempo.automation;

import java.time.Duration;
import java.util.List;
import pilotempo.history.History;
import pilotempo.live.BatteryState;
import pilotempo.live.LiveState;

/** The batteries as they were stored last, for a plan of any moment. */
final class StoredView {
    private static final Duration FOR_EVER = Duration.ofDays(36_500);

    private final History history;
    private final LiveState live;
    private final Lookout lookout;
    private final Journals journals;

    StoredView(History history, LiveState live, Lookout lookout, Journals journals) {
        this.history = history;
        this.live = live;
        this.lookout = lookout;
        this.journals = journals;
    }

    /** Each is supposed to answer by then. Waits for the disk. */
    List<Member> members(Lookout.Moment moment) {
        return live.current().batteries().stream()
                .map(state -> lookout.stored(newest(state), moment, journals))
                .toList();
    }

    private BatteryState newest(BatteryState state) {
        var bare =
                BatteryState.unknown(
                        state.id(), state.name(), state.host(), state.port(), state.mac());
        var mac = state.mac();
        if (mac == null) {
            return bare;
        }
        return history.newest(mac)
                .map(reading -> bare.learn(reading.values(), reading.at(), FOR_EVER))
                .orElse(bare);
    }
}
