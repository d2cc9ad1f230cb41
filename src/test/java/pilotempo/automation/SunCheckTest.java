package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ShippedPrices;

/** Whether the sun filled a battery on 12, 13 or 14 April 2025, by readings in a real database. */
class SunCheckTest {
    private static final Mac MAC = new Mac("02005e000001");

    @TempDir private Path data;

    @Test
    void one_sunny_day_of_three_tells_that_the_sun_fills() throws Exception {
        try (var history = open()) {
            day(history, "2025-04-12", 1000, 100);
            day(history, "2025-04-13", 200, 60);
            day(history, "2025-04-14", 200, 60);
            history.flush();
            assertThat(check(history).filled(House.paris("2025-04-14T22:30:00"), List.of(MAC)))
                    .isTrue();
            assertThat(check(history).filled(House.paris("2025-04-15T12:00:00"), List.of(MAC)))
                    .isTrue();
        }
    }

    @Test
    void full_from_the_night_is_not_full_from_the_sun() throws Exception {
        try (var history = open()) {
            for (var day : List.of("2025-04-12", "2025-04-13", "2025-04-14")) {
                day(history, day, 0, 100);
            }
            history.flush();
            assertThat(check(history).filled(House.paris("2025-04-14T22:30:00"), List.of(MAC)))
                    .isFalse();
        }
    }

    @Test
    void a_day_without_readings_leaves_it_unknown() throws Exception {
        try (var history = open()) {
            day(history, "2025-04-13", 1000, 100);
            day(history, "2025-04-14", 1000, 100);
            history.flush();
            assertThat(check(history).filled(House.paris("2025-04-14T22:30:00"), List.of(MAC)))
                    .isNull();
            assertThat(check(history).filled(House.paris("2025-04-14T22:30:00"), List.of()))
                    .isNull();
        }
    }

    private History open() {
        return LocalHistory.open(
                data,
                HistorySettings.DEFAULT,
                House.PARIS,
                ManualTime.at("2025-04-15T12:00:00Z").time());
    }

    private static SunCheck check(History history) {
        var clock = new TempoClock(House.PARIS);
        var tariff =
                new Tariff(
                        clock,
                        ShippedPrices.offer(TempoSettings.DEFAULT),
                        RealSeason.of("2024-2025"));
        return new SunCheck(history, tariff, clock);
    }

    /** From 11:00 to 15:00 something flows in; the level is reached at 15:00 and sinks at 18:00. */
    private static void day(History history, String day, int chargingW, double levelPct) {
        var begin = House.paris(day + "T07:00:00");
        for (int minute = 0; minute < 14 * 60; minute += 5) {
            boolean sun = minute >= 4 * 60 && minute < 8 * 60;
            history.store(
                    new Reading(
                            MAC,
                            begin.plus(Duration.ofMinutes(minute)),
                            Observation.builder()
                                    .number(Quantity.SOC_PCT, minute < 11 * 60 ? levelPct : 40.0)
                                    .number(Quantity.ONGRID_POWER_W, sun ? -1.0 * chargingW : 0.0)
                                    .number(Quantity.POWER_W, sun ? -1.0 * chargingW : 0.0)
                                    .build()));
        }
    }
}
