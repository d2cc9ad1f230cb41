package pilotempo.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TicksTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final double CHARACTER = 7;

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(PARIS).toInstant();
    }

    private static TimeTicks ticks(String from, String to, double width) {
        return ticks(midnight(from), midnight(to), width);
    }

    private static TimeTicks ticks(Instant from, Instant to, double width) {
        var scale = PixelScale.ofTime(from.toEpochMilli(), to.toEpochMilli(), 60, 60 + width);
        return TimeTicks.of(scale, PARIS, Locale.FRENCH, text -> text.length() * CHARACTER);
    }

    private static List<String> texts(TimeTicks ticks) {
        return ticks.labels().stream().map(TimeTicks.Label::text).toList();
    }

    @Test
    void the_hour_that_comes_twice_in_autumn_has_its_tick_twice() {
        var from = midnight("2026-10-25");
        var hours = new TimeStep(ChronoUnit.HOURS, 1).between(from, midnight("2026-10-26"), PARIS);
        assertThat(hours).hasSize(26);
        assertThat(hours.get(2).atZone(PARIS).getHour()).isEqualTo(2);
        assertThat(hours.get(3).atZone(PARIS).getHour()).isEqualTo(2);
        assertThat(texts(ticks(from, from.plus(Duration.ofHours(6)), 700)))
                .containsExactly("00:00", "01:00", "02:00", "02:00", "03:00", "04:00", "05:00");
    }

    @Test
    void the_hour_missing_in_spring_has_no_tick_and_the_others_stay_on_their_hours() {
        var from = midnight("2026-03-29");
        var to = midnight("2026-03-30");
        var hours = new TimeStep(ChronoUnit.HOURS, 1).between(from, to, PARIS);
        assertThat(hours).hasSize(24);
        assertThat(hours.stream().map(tick -> tick.atZone(PARIS).getHour())).startsWith(0, 1, 3, 4);
        var pairs = new TimeStep(ChronoUnit.HOURS, 2).between(from, to, PARIS);
        assertThat(pairs.stream().map(tick -> tick.atZone(PARIS).getHour()))
                .startsWith(0, 4, 6)
                .doesNotContain(2, 3, 5);
    }

    @Test
    void six_hourly_ticks_stay_on_six_and_noon_after_the_change() {
        var hours =
                new TimeStep(ChronoUnit.HOURS, 6)
                        .between(midnight("2026-10-24"), midnight("2026-10-27"), PARIS);
        assertThat(hours.stream().map(tick -> tick.atZone(PARIS).getHour() % 6)).containsOnly(0);
        assertThat(hours).hasSize(13);
    }

    @Test
    void a_day_is_told_in_three_hours_and_ends_at_24() {
        assertThat(texts(ticks("2026-01-06", "2026-01-07", 700)))
                .containsExactly(
                        "00:00", "03:00", "06:00", "09:00", "12:00", "15:00", "18:00", "21:00",
                        "24:00");
        assertThat(texts(ticks("2026-01-06", "2026-01-07", 460)))
                .containsExactly("00:00", "04:00", "08:00", "12:00", "16:00", "20:00", "24:00");
    }

    @Test
    void a_week_has_the_days_in_the_middle_of_their_columns() {
        var week = ticks("2025-12-31", "2026-01-07", 1050);
        assertThat(texts(week))
                .containsExactly(
                        "mer. 31", "jeu. 1", "ven. 2", "sam. 3", "dim. 4", "lun. 5", "mar. 6");
        assertThat(week.labels().getFirst().centre()).isEqualTo(60 + 75);
        assertThat(week.lines()).hasSize(8);
    }

    @Test
    void a_year_has_its_months() {
        assertThat(texts(ticks("2025-01-01", "2026-01-01", 1050)))
                .startsWith("janv.", "févr.")
                .hasSize(12);
    }

    @Test
    void labels_never_touch_and_are_never_too_many_whatever_the_window() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 400; i++) {
            var from =
                    Instant.parse("2024-01-01T00:00:00Z").plusSeconds(random.nextInt(90_000_000));
            long minutes = (long) Math.pow(10, 1.2 + random.nextDouble() * 5.5);
            double width = 250 + random.nextInt(1_000);
            var labels = ticks(from, from.plus(Duration.ofMinutes(minutes)), width).labels();
            var what = "seed " + seed + " window " + from + " + " + minutes + " min on " + width;
            assertThat(labels).as(what).hasSizeBetween(1, 12);
            for (int j = 1; j < labels.size(); j++) {
                var left = labels.get(j - 1);
                var right = labels.get(j);
                double half = (left.text().length() + right.text().length()) * CHARACTER / 2;
                assertThat(right.centre() - left.centre()).as(what).isGreaterThan(half);
            }
        }
    }

    @Test
    void value_ticks_are_ones_twos_or_fives_within_both_ends_and_never_touch() {
        long seed = new Random().nextLong();
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            double low = -random.nextDouble() * Math.pow(10, 2 + random.nextInt(3)) - 1;
            double high = random.nextDouble() * Math.pow(10, 2 + random.nextInt(3)) + 100;
            double pixels = 20 + random.nextInt(400);
            var ticks = ValueTicks.spaced(low, high, pixels, 32);
            var what = "seed " + seed + ": " + low + " to " + high + " on " + pixels + " px";
            double mantissa = ticks.step() / Math.pow(10, Math.floor(Math.log10(ticks.step())));
            assertThat(Math.round(mantissa)).as(what).isIn(1L, 2L, 5L);
            assertThat(ticks.low()).as(what).isGreaterThanOrEqualTo(low - 1e-6);
            assertThat(ticks.high()).as(what).isLessThanOrEqualTo(high + 1e-6);
            double apart = ticks.step() * pixels / (high - low);
            assertThat(ticks.count() == 1 || apart >= 32 * 0.6 - 1e-6).as(what).isTrue();
            boolean zero = false;
            for (int t = 0; t < ticks.count(); t++) {
                zero |= ticks.tick(t) == 0;
            }
            assertThat(zero).as(what).isTrue();
        }
    }

    @Test
    void a_low_lane_in_the_kiosk_has_labels_that_do_not_touch() {
        var ticks = ValueTicks.spaced(-760, 1_900, 110, 32);
        assertThat(ticks.step() * 110 / 2_660).isGreaterThanOrEqualTo(32);
        assertThat(ticks.count()).isGreaterThan(1);
    }
}
