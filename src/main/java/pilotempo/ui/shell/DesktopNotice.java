package pilotempo.ui.shell;

import javafx.geometry.Pos;
import javafx.stage.Window;
import javafx.util.Duration;
import org.controlsfx.control.Notifications;
import pilotempo.alert.AlertText;
import pilotempo.history.AlertEntry;
import pilotempo.ui.component.Icon;

/** A new alert at the corner of the window; several stand in one. */
final class DesktopNotice {
    private static final int MOST = 3;

    private DesktopNotice() {}

    static void show(Window owner, AlertEntry alert, AlertText text, Runnable toAlerts) {
        Notifications.create()
                .owner(owner)
                .title(text.title())
                .text(text.sentence())
                .graphic((alert.urgent() ? Icon.ERROR : Icon.WARNING).node(24))
                .position(Pos.BOTTOM_RIGHT)
                .hideAfter(Duration.seconds(alert.urgent() ? 60 : 12))
                .threshold(MOST, Notifications.create().title(text.title()))
                .onAction(_ -> toAlerts.run())
                .styleClass(alert.urgent() ? "urgent" : "plain")
                .show();
    }
}
