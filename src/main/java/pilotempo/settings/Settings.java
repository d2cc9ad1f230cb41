package pilotempo.settings;

import java.time.ZoneId;
import java.util.List;

/**
 * All settings, checked. Plain immutable data.
 *
 * @param batteries the fleet, in the order shown
 * @param zone the Tempo day's and everything shown
 */
public record Settings(
        List<BatterySettings> batteries,
        ZoneId zone,
        PollSettings poll,
        HistorySettings history,
        TempoSettings tempo,
        DatabaseSettings database,
        PlanningSettings planning,
        NotificationSettings notifications,
        LoggingSettings logging,
        UiSettings ui) {
    /** What holds when nothing is set: no battery. */
    public static final Settings DEFAULT =
            new Settings(
                    List.of(),
                    ZoneId.of("Europe/Paris"),
                    PollSettings.DEFAULT,
                    HistorySettings.DEFAULT,
                    TempoSettings.DEFAULT,
                    DatabaseSettings.DEFAULT,
                    PlanningSettings.DEFAULT,
                    NotificationSettings.DEFAULT,
                    LoggingSettings.DEFAULT,
                    UiSettings.DEFAULT);

    /** Copies the list. */
    public Settings {
        batteries = List.copyOf(batteries);
    }

    /** This with other batteries. */
    public Settings withBatteries(List<BatterySettings> others) {
        return new Settings(
                others, zone, poll, history, tempo, database, planning, notifications, logging, ui);
    }

    /** This with another poll section. */
    public Settings withPoll(PollSettings other) {
        return new Settings(
                batteries,
                zone,
                other,
                history,
                tempo,
                database,
                planning,
                notifications,
                logging,
                ui);
    }

    /** This with another Tempo section. */
    public Settings withTempo(TempoSettings other) {
        return new Settings(
                batteries,
                zone,
                poll,
                history,
                other,
                database,
                planning,
                notifications,
                logging,
                ui);
    }

    /** This with another database section. */
    public Settings withDatabase(DatabaseSettings other) {
        return new Settings(
                batteries, zone, poll, history, tempo, other, planning, notifications, logging, ui);
    }

    /** This with another window section. */
    public Settings withUi(UiSettings other) {
        return new Settings(
                batteries,
                zone,
                poll,
                history,
                tempo,
                database,
                planning,
                notifications,
                logging,
                other);
    }

    /** This with another planning section. */
    public Settings withPlanning(PlanningSettings other) {
        return new Settings(
                batteries, zone, poll, history, tempo, database, other, notifications, logging, ui);
    }

    /** This with other sections about alerts. */
    public Settings withNotifications(NotificationSettings other) {
        return new Settings(
                batteries, zone, poll, history, tempo, database, planning, other, logging, ui);
    }
}
