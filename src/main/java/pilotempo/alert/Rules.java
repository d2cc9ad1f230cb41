package pilotempo.alert;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All that is watched over, in the order of {@link AlertKind}. */
final class Rules {
    private static final Logger LOG = LoggerFactory.getLogger(Rules.class);

    private final List<Rule> rules =
            List.of(
                    new ChargeLate(),
                    new NotInDayMode(),
                    new UrgentDryRun(),
                    new PlanPaused(),
                    new DayAhead(),
                    new MorningResult(),
                    new CommandFailed(),
                    new BatteryAway(),
                    new TemperatureHigh(),
                    new ClockDoubted(),
                    new NotRecording(),
                    new DiskLow(),
                    new EachOther(),
                    new ForeignMode(),
                    new GuardSlowed(),
                    new LinkBad(),
                    new SyncBehind(),
                    new PricesDue(),
                    SocLimit.LOW,
                    SocLimit.FULL);

    /** Looks with every rule. One that fails leaves its episodes as they are. */
    List<Episodes.Change> look(Look look, Episodes episodes, long nanos) {
        var changes = new ArrayList<Episodes.Change>();
        boolean planUnknown = look.planUnknown();
        for (var rule : rules) {
            if (planUnknown && rule.waitsForPlan()) {
                continue;
            }
            try {
                changes.addAll(episodes.take(rule.kind(), rule.look(look), look.now(), nanos));
            } catch (RuntimeException bug) {
                LOG.error("The rule {} failed", rule.kind().word(), bug);
            }
        }
        changes.addAll(
                episodes.endUnknown(
                        rules.stream().map(rule -> rule.kind().word()).collect(Collectors.toSet()),
                        look.now()));
        return changes;
    }
}
