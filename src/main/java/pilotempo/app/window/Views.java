package pilotempo.app.window;

import java.util.Map;
import pilotempo.ui.alerts.AlertsView;
import pilotempo.ui.automation.AutomationView;
import pilotempo.ui.component.Place;
import pilotempo.ui.dashboard.DashboardView;
import pilotempo.ui.device.BatteryView;
import pilotempo.ui.diagnostics.DiagnosticsView;
import pilotempo.ui.history.HistoryView;
import pilotempo.ui.settings.SettingsView;
import pilotempo.ui.shell.ViewFactory;
import pilotempo.ui.tempo.TempoView;

/** Which view shows which place. */
final class Views {
    private Views() {}

    static Map<Class<? extends Place>, ViewFactory> all() {
        return Map.of(
                Place.Home.class, (_, context) -> new DashboardView(context),
                Place.Battery.class,
                        (place, context) ->
                                new BatteryView(
                                        context,
                                        place instanceof Place.Battery battery ? battery.id() : ""),
                Place.History.class, (_, context) -> new HistoryView(context),
                Place.Tempo.class, (_, context) -> new TempoView(context),
                Place.Automation.class,
                        (place, context) ->
                                AutomationView.of(
                                        place instanceof Place.Automation automation
                                                ? automation.part()
                                                : Place.Automation.Part.PLAN,
                                        context),
                Place.Alerts.class, (_, context) -> new AlertsView(context),
                Place.Diagnostics.class,
                        (place, context) ->
                                new DiagnosticsView(
                                        context,
                                        place instanceof Place.Diagnostics diagnostics
                                                ? diagnostics.batteryId()
                                                : ""),
                Place.SettingsPage.class, (_, context) -> new SettingsView(context));
    }
}
