package pilotempo.ui.dashboard;

import java.time.Instant;
import java.util.List;
import pilotempo.automation.PlanState;
import pilotempo.live.FleetSnapshot;
import pilotempo.tempo.TariffView;

/** All that the dashboard shows, from values to words; pure. */
record DashboardState(
        HeroState hero,
        FlowState flow,
        PriceState price,
        List<BatteryCardState> batteries,
        NextActionState next) {
    /** Copies the list. */
    DashboardState {
        batteries = List.copyOf(batteries);
    }

    static DashboardState of(
            FleetSnapshot fleet,
            TariffView tariff,
            PlanState plan,
            Instant now,
            Language language) {
        return new DashboardState(
                HeroState.of(fleet, now, language),
                FlowState.of(fleet, now),
                PriceState.of(tariff, now, language),
                fleet.batteries().stream()
                        .map(battery -> BatteryCardState.of(battery, now, language))
                        .toList(),
                NextActionState.of(plan, fleet, now, language));
    }
}
