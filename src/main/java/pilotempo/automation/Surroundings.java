package pilotempo.automation;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.planning.HouseNow;
import pilotempo.planning.PlanningRules;
import pilotempo.planning.Situation;
import pilotempo.settings.Settings;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;

/**
 * What a strategy is told beside the batteries.
 *
 * @param tariff colours and prices
 * @param clock tells Tempo days
 */
record Surroundings(Tariff tariff, TempoClock clock) {
    /** Subscribed power where the user told none, kVA. */
    private static final int KVA = 6;

    Situation situation(
            Instant at,
            List<Member> members,
            @Nullable Double loadW,
            LastDays.Told lastDays,
            Settings settings) {
        return new Situation(
                at,
                clock,
                tariff,
                members.stream().map(Member::forPlan).toList(),
                new HouseNow(
                        loadW,
                        settings.tempo().subscribedKva().orElse(KVA),
                        lastDays.sunFilled(),
                        lastDays.house(),
                        settings.tempo().exportPrice().doubleValue()),
                PlanningRules.of(settings.planning()));
    }
}
