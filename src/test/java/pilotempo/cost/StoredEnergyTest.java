package pilotempo.cost;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.history.testing.MemoryHistory;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;

/** What is stored, and what that is worth. Red 30 and 31 January 2025, white on 1 February. */
class StoredEnergyTest {
    private static final String EVE = "2025-01-29T21:30:00Z";
    private final RealSeason season = RealSeason.of("2024-2025");

    @Test
    void on_the_eve_it_serves_tomorrow_at_the_red_peak_price() {
        var stored = stored(EVE, battery("salon", EVE, 62.0, 5000.0, null));
        assertThat(stored.day()).isEqualTo(LocalDate.parse("2025-01-30"));
        assertThat(stored.wh()).isCloseTo(2300, within(1e-6)); // (62 − 12) % of 5 kWh × 0.92
        assertThat(stored.worth())
                .isCloseTo(new BigDecimal("1.73926"), within(new BigDecimal("1e-9")));
        assertThat(stored.leftOut()).isEmpty();
    }

    @Test
    void while_dearer_peak_hours_run_it_serves_today() {
        var noon = "2025-01-31T11:00:00Z";
        var night = "2025-01-31T22:00:00Z";
        assertThat(stored(noon, battery("salon", noon, 50.0, 5000.0, null)).day())
                .isEqualTo(LocalDate.parse("2025-01-31"));
        var after = stored(night, battery("salon", night, 50.0, 5000.0, null));
        assertThat(after.day()).isEqualTo(LocalDate.parse("2025-02-01"));
        assertThat(after.worth()) // at the price from 1 February on
                .isCloseTo(new BigDecimal("0.313242"), within(new BigDecimal("1e-4")));
    }

    @Test
    void a_price_that_nobody_knows_gives_no_worth() {
        season.knownUntil(LocalDate.parse("2025-01-29"));
        var noon = "2025-01-29T11:00:00Z";
        assertThat(stored(noon, battery("salon", noon, 62.0, 5000.0, null)).day())
                .isEqualTo(LocalDate.parse("2025-01-29"));
        var eve = stored(EVE, battery("salon", EVE, 62.0, 5000.0, null));
        assertThat(eve.day()).isEqualTo(LocalDate.parse("2025-01-30"));
        assertThat(eve.worth()).isNull();
        assertThat(eve.wh()).isCloseTo(2300, within(1e-6));
    }

    @Test
    void a_battery_whose_level_is_not_known_now_is_left_out_and_named() {
        var stored =
                stored(
                        EVE,
                        battery("salon", EVE, 62.0, 5000.0, null),
                        battery("garage", "2025-01-29T20:00:00Z", 90.0, 5000.0, null),
                        battery("atelier", EVE, null, 5000.0, null));
        assertThat(stored.wh()).isCloseTo(2300, within(1e-6));
        assertThat(stored.leftOut()).containsExactly("garage", "atelier");
        assertThat(stored(EVE, battery("atelier", EVE, null, 5000.0, null)).wh()).isNull();
        assertThat(stored(EVE).wh()).isNull();
    }

    @Test
    void what_lies_under_the_reserve_is_not_counted() {
        assertThat(stored(EVE, battery("salon", EVE, 11.0, 5000.0, null)).wh()).isZero();
        assertThat(stored(EVE, battery("salon", EVE, 50.0, null, 2500.0)).wh())
                .isCloseTo((2500 - 600) * 0.92, within(1e-6));
        assertThat(stored(EVE, battery("salon", EVE, 0.0, null, 0.0)).wh()).isZero();
    }

    private StoredEnergy stored(String at, BatteryState... batteries) {
        var costs =
                new LedgerCosts(
                        new MemoryHistory(),
                        RecordedCosts.CLOCK,
                        new Tariff(RecordedCosts.CLOCK, RecordedCosts.OFFER, season),
                        BigDecimal.ZERO,
                        () -> new FleetSnapshot(List.copyOf(Arrays.asList(batteries))),
                        () -> Instant.parse(at));
        return costs.stored();
    }

    private static BatteryState battery(
            String id,
            String learnt,
            @Nullable Double level,
            @Nullable Double rated,
            @Nullable Double remaining) {
        var values =
                Observation.builder()
                        .number(Quantity.SOC_PCT, level)
                        .number(Quantity.RATED_WH, rated)
                        .number(Quantity.REMAINING_WH, remaining)
                        .build();
        return BatteryState.unknown(id, id, null, 30000, null)
                .learn(values, Instant.parse(learnt), Duration.ofMinutes(15));
    }
}
