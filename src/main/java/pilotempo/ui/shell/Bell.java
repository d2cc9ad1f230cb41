package pilotempo.ui.shell;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.StackPane;
import pilotempo.alert.AlertWords;
import pilotempo.history.AlertEntry;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/**
 * The way to the alerts, in the header of every page, with the count of those that last and nobody
 * has seen. On the kiosk, which has it behind "more" too, only while there are any.
 */
final class Bell extends Button {
    private final Texts texts;
    private final boolean kiosk;
    private boolean offered = true;
    private final Label badge = new Label();

    Bell(Texts texts, boolean kiosk, Runnable toAlerts) {
        this.texts = texts;
        this.kiosk = kiosk;
        badge.getStyleClass().add("bell-badge");
        StackPane.setAlignment(badge, Pos.TOP_RIGHT);
        var both = new StackPane(Icon.BELL.node(kiosk ? 26 : 22), badge);
        both.getStyleClass().add("bell-graphic");
        setId("bell");
        getStyleClass().setAll("plain-button", "bell");
        setGraphic(both);
        setMinWidth(USE_PREF_SIZE);
        setOnAction(_ -> toAlerts.run());
        show(List.of());
    }

    /** Whether there is a page of alerts. */
    void offer(boolean exists) {
        offered = exists;
        show(List.of());
    }

    void show(List<AlertEntry> alerts) {
        long unseen = alerts.stream().filter(alert -> !alert.seen()).count();
        badge.setText(unseen > 9 ? "9+" : String.valueOf(unseen));
        badge.setVisible(unseen > 0);
        tone(alerts).applyTo(this);
        var words = texts.get("bell", alerts.size());
        setAccessibleText(words);
        setTooltip(kiosk ? null : new Tooltip(words));
        setVisible(offered && (!kiosk || !alerts.isEmpty()));
        setManaged(isVisible());
    }

    private static Tone tone(List<AlertEntry> alerts) {
        if (alerts.stream().anyMatch(AlertEntry::urgent)) {
            return Tone.ERROR;
        }
        return alerts.stream().allMatch(AlertWords::isNews) ? Tone.PLAIN : Tone.ATTENTION;
    }
}
