package pilotempo.ui.automation;

import javafx.scene.Node;

import java.util.List;

/** A layout of the plan's page. FX thread. */
interface PlanPage {
    Node node();

    void show(PlanPageState state);

    /** Newest first. */
    void show(List<JournalRow> journal);
}
