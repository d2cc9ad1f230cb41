package pilotempo.ui.automation;

import java.util.List;
import javafx.scene.Node;

/** A layout of the plan's page. FX thread. */
interface PlanPage {
    Node node();

    void show(PlanPageState state);

    /** Newest first. */
    void show(List<JournalRow> journal);
}
