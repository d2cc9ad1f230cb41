package pilotempo.ui.shell;

import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;

/** The entries of the navigation, in order. */
enum Destination {
    HOME(Icon.HOME, "nav.home", Place.Home.class),
    BATTERIES(Icon.BATTERY, "nav.batteries", Place.Battery.class),
    HISTORY(Icon.CHART, "nav.history", Place.History.class),
    TEMPO(Icon.CALENDAR, "nav.tempo", Place.Tempo.class),
    AUTOMATION(Icon.TUNE, "nav.automation", Place.Automation.class),
    DIAGNOSTICS(Icon.PULSE, "nav.diagnostics", Place.Diagnostics.class),
    SETTINGS(Icon.SETTINGS, "nav.settings", Place.SettingsPage.class),
    ALERTS(Icon.BELL, "nav.alerts", Place.Alerts.class);

    private final Icon icon;
    private final String key;
    private final Class<? extends Place> kind;

    Destination(Icon icon, String key, Class<? extends Place> kind) {
        this.icon = icon;
        this.key = key;
        this.kind = kind;
    }

    static Destination of(Place place) {
        return switch (place) {
            case Place.Home _ -> HOME;
            case Place.Battery _ -> BATTERIES;
            case Place.History _ -> HISTORY;
            case Place.Tempo _ -> TEMPO;
            case Place.Automation _ -> AUTOMATION;
            case Place.Alerts _ -> ALERTS;
            case Place.Diagnostics _ -> DIAGNOSTICS;
            case Place.SettingsPage _ -> SETTINGS;
        };
    }

    Icon icon() {
        return icon;
    }

    String key() {
        return key;
    }

    Class<? extends Place> kind() {
        return kind;
    }

    /** Whether it stands at the foot of the rail. */
    boolean atTheFoot() {
        return this == DIAGNOSTICS || this == SETTINGS;
    }

    /**
     * Whether the kiosk has it behind "more": its bar has five places. Batteries are at home too.
     */
    boolean behindMore() {
        return atTheFoot() || this == BATTERIES || this == ALERTS;
    }

    /** Whether the header leads there, so that the rail need not. */
    boolean inTheHeader() {
        return this == ALERTS;
    }
}
