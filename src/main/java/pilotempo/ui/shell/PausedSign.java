package pilotempo.ui.shell;

import java.time.Duration;
import java.time.Instant;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import pilotempo.automation.PlanState;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;

/** Says in the header of every page that the plan is paused; a press lets it go on. */
final class PausedSign extends Button {
    private final Texts texts;
    private final Formats formats;
    private final boolean kiosk;
    private boolean brief;
    private String words = "";

    PausedSign(Texts texts, Formats formats, boolean kiosk, Runnable resume) {
        this.texts = texts;
        this.formats = formats;
        this.kiosk = kiosk;
        setId("paused-sign");
        getStyleClass().add("paused-sign");
        setGraphic(Icon.PAUSE.node(18));
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> resume.run());
        show(PlanState.OFF, Instant.EPOCH);
    }

    void show(PlanState plan, Instant now) {
        setVisible(plan.paused());
        setManaged(plan.paused());
        words = plan.paused() ? words(plan, now) : "";
        tell();
    }

    /** Where there is little room. */
    void setBrief(boolean next) {
        brief = next;
        tell();
    }

    private void tell() {
        setText(kiosk ? texts.get("paused.resume") : brief ? "" : words);
        setAccessibleText(words);
        setTooltip(kiosk ? null : new Tooltip(words));
    }

    private String words(PlanState plan, Instant now) {
        var until = plan.pausedUntil();
        if (until == null) {
            return texts.get("paused.open");
        }
        boolean soon = Duration.between(now, until).compareTo(Duration.ofHours(24)) < 0;
        var time = formats.time(until);
        return texts.get(
                "paused.until",
                soon
                        ? time
                        : formats.shortDate(until.atZone(formats.zone()).toLocalDate())
                                + " "
                                + time);
    }
}
