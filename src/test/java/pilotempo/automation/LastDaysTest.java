package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import pilotempo.history.HouseQuarter;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.planning.HouseDays;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ShippedPrices;

/** What the house drew on the days before the evening of 14 April 2025. */
class LastDaysTest {
    private static final Instant EVENING = House.paris("2025-04-14T22:05:00");

    private final MemoryHistory history = new MemoryHistory();

    @Test
    void days_end_at_ten_in_the_evening_and_know_the_time_of_year() throws Exception {
        ledger("2025-03-26T00:00:00", 900_000);

        // 14 days, over the 30 March with its 23 hours
        var days = houseDays();
        assertThat(days).hasSize(HouseDays.DAYS);
        assertThat(days)
                .allSatisfy(day -> assertThat(day.get(12)).isEqualTo(-1200))
                .allSatisfy(day -> assertThat(day.get(21)).isEqualTo(2100));
        var spring = House.paris("2025-03-31T12:00:00");
        assertThat(lastDays().before(spring, List.of()).house().days().getFirst().get(2))
                .isEqualTo(100);
    }

    @Test
    void a_quarter_half_seen_counts_as_seen() throws Exception {
        ledger("2025-04-01T00:00:00", 450_000);

        assertThat(houseDays().getFirst().get(21)).isEqualTo(2100);
    }

    @Test
    void days_without_a_meter_are_left_out() throws Exception {
        ledger("2025-04-12T22:00:00", 900_000);
        assertThat(houseDays()).hasSize(2);

        history.house.clear();
        ledger("2025-04-01T00:00:00", 0);
        assertThat(houseDays()).isEmpty();
    }

    private List<List<Double>> houseDays() throws InterruptedException {
        return lastDays().before(EVENING, List.of()).house().days();
    }

    private LastDays lastDays() {
        var clock = new TempoClock(House.PARIS);
        var tariff =
                new Tariff(
                        clock,
                        ShippedPrices.offer(TempoSettings.DEFAULT),
                        RealSeason.of("2024-2025"));
        return new LastDays(history, new Surroundings(tariff, clock));
    }

    /** 100 W for each hour of the clock; at noon the sun leaves 1200 W. */
    private void ledger(String from, int meteredMillis) {
        for (var at = House.paris(from);
                at.isBefore(EVENING);
                at = at.plus(Duration.ofMinutes(15))) {
            int hour = at.atZone(House.PARIS).getHour();
            double wh = 25.0 * hour * meteredMillis / 900_000;
            double in = hour == 12 ? 0 : wh;
            double out = hour == 12 ? wh : 0;
            history.house.add(
                    new HouseQuarter(
                            at, in, in, out, out, 0, 0, 0, 0, meteredMillis, meteredMillis));
        }
    }
}
