package pilotempo.ui.component;

/** Where the shell can go. */
public sealed interface Place {
    /** The dashboard. */
    record Home() implements Place {}

    /** One battery's page, by people's id. */
    record Battery(String id) implements Place {}

    /** The History page. */
    record History() implements Place {}

    /** The Tempo page. */
    record Tempo() implements Place {}

    /** The Automation page, or one behind it. */
    record Automation(Part part) implements Place {
        /** Its pages. */
        public enum Part {
            /** The next 36 hours, why, and the newest of the journal. */
            PLAN,
            /** All commands. */
            JOURNAL,
            /** The strategy's settings. */
            ADJUST,
            /** A past season run again. */
            REPLAY
        }
    }

    /** The Alerts page. */
    record Alerts() implements Place {}

    /** The Diagnostics page; a battery's id preselects it, empty = the first. */
    record Diagnostics(String batteryId) implements Place {}

    /** The Settings page. */
    record SettingsPage() implements Place {}
}
