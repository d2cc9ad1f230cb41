package pilotempo.ui.shell;

import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import pilotempo.automation.PlanState;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;

/** Lets the plan rest, from the header of every page. */
final class PauseButton extends Button {
    PauseButton(Texts texts, boolean kiosk, Runnable pause) {
        setId("pause-plan");
        getStyleClass().add("pause-plan");
        setGraphic(Icon.PAUSE.node(kiosk ? 24 : 18));
        setAccessibleText(texts.get("pause.title"));
        setTooltip(kiosk ? null : new Tooltip(texts.get("pause.title")));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> pause.run());
        show(PlanState.OFF);
    }

    void show(PlanState plan) {
        boolean steers = plan.enabled() && !plan.paused();
        setVisible(steers);
        setManaged(steers);
    }
}
