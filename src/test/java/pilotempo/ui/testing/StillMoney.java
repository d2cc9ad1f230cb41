package pilotempo.ui.testing;

import java.util.List;
import java.util.Map;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.StoredEnergy;
import pilotempo.cost.Sums;

/** Money that stands still. */
public final class StillMoney {
    private static final Sums NOTHING = new Sums(0, 0, null, null, null);
    private static final CostReport.Line EMPTY = new CostReport.Line(NOTHING, NOTHING, NOTHING);

    private volatile CostReport report = new CostReport(List.of(), EMPTY, Map.of(), List.of());
    private volatile StoredEnergy stored =
            new StoredEnergy(null, null, java.time.LocalDate.parse("2026-01-07"), List.of());

    StillMoney() {}

    /** What every question about cost is answered. */
    public void report(CostReport now) {
        report = now;
    }

    /** What is stored. */
    public void stored(StoredEnergy now) {
        stored = now;
    }

    CostReport report(CostQuery query) {
        return report;
    }

    StoredEnergy stored() {
        return stored;
    }
}
