package pilotempo.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.source.ShippedPrices;

class TariffTest {
    private static final TempoOffer EDF = ShippedPrices.offer(TempoSettings.DEFAULT);

    private final TempoClock clock = new TempoClock(ZoneId.of("Europe/Paris"));

    @ParameterizedTest
    @ValueSource(strings = {"2021-2022", "2024-2025"})
    void through_a_whole_real_season_the_days_left_are_those_that_have_not_begun(String label) {
        var season = TempoSeason.parse(label).orElseThrow();
        var book = RealSeason.of(label);
        var tariff = tariff(book);
        var left = new EnumMap<TempoColour, Integer>(TempoColour.class);
        for (var colour : TempoColour.values()) {
            left.put(colour, season.quota(colour));
        }
        for (var day = season.firstDay(); !day.isAfter(season.lastDay()); day = day.plusDays(1)) {
            left.merge(book.colours().get(day), -1, Integer::sum);
            var expected =
                    new DaysLeft(
                            left.get(TempoColour.BLUE),
                            left.get(TempoColour.WHITE),
                            left.get(TempoColour.RED));
            assertThat(tariff.at(clock.startOf(day)).left())
                    .as("%s 06:00", day)
                    .isEqualTo(expected);
            assertThat(tariff.at(clock.endOf(day).minusMillis(1)).left())
                    .as("%s, its last moment", day)
                    .isEqualTo(expected);
        }
        assertThat(left.values()).containsOnly(0);
    }

    @ParameterizedTest
    @CsvSource({
        // the last red of the winter is 3 February
        "2025-02-02T22:00:00+01:00, 2024-2025, 1",
        "2025-02-03T05:59:00+01:00, 2024-2025, 1",
        "2025-02-03T06:00:00+01:00, 2024-2025, 0",
        "2025-08-31T22:00:00+02:00, 2024-2025, 0",
        "2025-09-01T05:59:00+02:00, 2024-2025, 0",
        "2025-09-01T06:00:00+02:00, 2025-2026, 22",
    })
    void a_season_and_its_counts_turn_over_at_six(OffsetDateTime at, String season, int red) {
        var book = RealSeason.of("2024-2025").with(LocalDate.of(2025, 9, 1), TempoColour.BLUE);

        var view = tariff(book).at(at.toInstant());

        assertThat(view.season().label()).isEqualTo(season);
        assertThat(view.left().red()).isEqualTo(red);
    }

    @Test
    void a_season_with_29_february_has_one_more_blue_day() {
        var first = LocalDate.of(2023, 9, 1);
        var book = RealSeason.of("2021-2022").with(first, TempoColour.BLUE);

        assertThat(tariff(book).at(clock.startOf(first)).left())
                .isEqualTo(new DaysLeft(300, 43, 22));
    }

    @Test
    void a_hole_in_the_past_makes_every_count_unknown_and_one_in_the_future_none() {
        var at = Instant.parse("2025-01-14T12:00:00Z");
        var known = RealSeason.of("2024-2025").knownUntil(LocalDate.of(2025, 1, 14));
        assertThat(tariff(known).at(at).left().red()).isEqualTo(10 - 1);

        var torn = known.without(LocalDate.of(2024, 10, 6));
        assertThat(tariff(torn).at(at).left()).isEqualTo(DaysLeft.UNKNOWN);
    }

    @Test
    void a_running_day_without_colour_is_a_hole_even_on_a_sunday() {
        var sunday = LocalDate.of(2025, 1, 12);
        var book = RealSeason.of("2024-2025").knownUntil(sunday.minusDays(1));

        var view = tariff(book).at(clock.startOf(sunday));

        assertThat(view.today()).isEqualTo(DayColour.unknown(sunday));
        assertThat(view.now()).isEqualTo(new TariffView.PriceNow(null, TempoPeriod.HP, null));
        assertThat(view.left()).isEqualTo(DaysLeft.UNKNOWN);
    }

    @Test
    void a_colour_told_more_often_than_the_contract_gives_has_no_count() {
        var book = RealSeason.of("2024-2025").with(LocalDate.of(2025, 3, 20), TempoColour.RED);

        var left = tariff(book).at(Instant.parse("2025-08-31T12:00:00Z")).left();

        assertThat(left.red()).isNull();
        assertThat(left.white()).isZero();
        assertThat(left.blue()).isEqualTo(1);
    }

    @Test
    void tomorrow_already_known_still_counts_as_left() {
        var book = RealSeason.of("2024-2025").knownUntil(LocalDate.of(2024, 12, 3));

        var view = tariff(book).at(Instant.parse("2024-12-02T12:00:00Z"));

        assertThat(view.tomorrow().colour()).isEqualTo(TempoColour.RED);
        assertThat(view.left().red()).isEqualTo(22);
    }

    @ParameterizedTest
    @CsvSource({
        "2025-01-13T05:59:00+01:00, BLUE, HC, 0.1296",
        "2025-01-13T06:00:00+01:00, RED, HP, 0.7562",
        "2025-01-13T22:00:00+01:00, RED, HC, 0.1568",
        "2025-01-18T05:59:00+01:00, RED, HC, 0.1568",
        // prices change at midnight, inside the red day of 31 January
        "2025-01-31T23:59:59+01:00, RED, HC, 0.1568",
        "2025-02-01T00:00:00+01:00, RED, HC, 0.1518",
        "2025-02-01T06:00:00+01:00, WHITE, HP, 0.1792",
        "2025-07-31T23:59:59+02:00, BLUE, HC, 0.1288",
        "2025-08-01T00:00:00+02:00, BLUE, HC, 0.1232",
    })
    void the_price_of_a_moment(
            OffsetDateTime at, TempoColour colour, TempoPeriod period, BigDecimal price) {
        assertThat(tariff(RealSeason.of("2024-2025")).at(at.toInstant()).now())
                .isEqualTo(new TariffView.PriceNow(colour, period, price.setScale(4)));
    }

    @Test
    void before_the_first_row_there_is_no_price() {
        var now =
                tariff(RealSeason.of("2021-2022")).at(Instant.parse("2022-01-06T12:00:00Z")).now();

        assertThat(now).isEqualTo(new TariffView.PriceNow(TempoColour.RED, TempoPeriod.HP, null));
    }

    @Test
    void stretches_are_split_at_six_at_ten_and_at_midnight_where_prices_change() {
        var next =
                tariff(RealSeason.of("2024-2025")).at(Instant.parse("2025-01-31T11:00:00Z")).next();

        assertThat(next)
                .extracting(
                        stretch -> stretch.from().toString(),
                        stretch -> stretch.day().colour(),
                        TariffView.Stretch::period,
                        stretch -> String.valueOf(stretch.eurPerKwh()))
                .containsExactly(
                        row("2025-01-31T05:00:00Z", TempoColour.RED, TempoPeriod.HP, "0.7562"),
                        row("2025-01-31T21:00:00Z", TempoColour.RED, TempoPeriod.HC, "0.1568"),
                        row("2025-01-31T23:00:00Z", TempoColour.RED, TempoPeriod.HC, "0.1518"),
                        row("2025-02-01T05:00:00Z", TempoColour.WHITE, TempoPeriod.HP, "0.1792"),
                        row("2025-02-01T21:00:00Z", TempoColour.WHITE, TempoPeriod.HC, "0.1447"),
                        row("2025-02-02T05:00:00Z", TempoColour.BLUE, TempoPeriod.HP, "0.1552"));
        assertThat(next.getLast().until()).isEqualTo(Instant.parse("2025-02-02T21:00:00Z"));
    }

    @Test
    void stretches_follow_each_other_without_a_gap_at_every_hour_of_a_season() {
        var season = new TempoSeason(2024);
        var tariff = tariff(RealSeason.of("2024-2025"));
        for (var at = clock.startOf(season.firstDay());
                at.isBefore(clock.endOf(season.lastDay()));
                at = at.plus(Duration.ofHours(5))) {
            var next = tariff.at(at).next();
            assertThat(next.getFirst().from()).isBeforeOrEqualTo(at);
            assertThat(next.getFirst().until()).isAfter(at);
            assertThat(next.getLast().until()).isAfterOrEqualTo(at.plus(Duration.ofDays(2)));
            for (int i = 1; i < next.size(); i++) {
                assertThat(next.get(i).from()).isEqualTo(next.get(i - 1).until());
            }
        }
    }

    @Test
    void in_the_nights_on_which_the_clocks_change_off_peak_lasts_seven_and_nine_hours() {
        var book = RealSeason.of("2024-2025");

        assertThat(nightOf(book, LocalDate.of(2024, 10, 26))).hasHours(9);
        assertThat(nightOf(book, LocalDate.of(2025, 3, 29))).hasHours(7);
        assertThat(nightOf(book, LocalDate.of(2025, 3, 30))).hasHours(8);
    }

    @Test
    void unknown_days_ahead_are_stretches_without_a_price() {
        var book = RealSeason.of("2024-2025").knownUntil(LocalDate.of(2025, 1, 14));

        var next = tariff(book).at(Instant.parse("2025-01-14T07:00:00Z")).next();

        assertThat(next)
                .extracting(stretch -> stretch.day().status())
                .startsWith(
                        DayColour.Status.CONFIRMED,
                        DayColour.Status.CONFIRMED,
                        DayColour.Status.UNKNOWN);
        assertThat(next.get(2).eurPerKwh()).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-24T23:59:00+01:00, 2025-08-01, false",
        "2026-01-25T00:00:00+01:00, 2025-08-01, true",
        "2026-01-25T00:00:00+01:00, 2026-02-01, false",
        "2026-03-10T12:00:00+01:00, 2025-08-01, true",
        "2026-03-10T12:00:00+01:00, 2026-02-15, false",
        "2026-07-24T23:59:00+02:00, 2026-02-01, false",
        "2026-07-25T00:00:00+02:00, 2026-02-01, true",
        "2026-07-25T00:00:00+02:00, 2026-08-01, false",
        "2026-12-31T12:00:00+01:00, 2026-02-01, true",
        "2027-01-10T12:00:00+01:00, 2026-02-01, true",
        "2027-01-10T12:00:00+01:00, 2026-08-01, false",
    })
    void new_prices_are_due_from_a_week_before_they_change_until_they_are_there(
            OffsetDateTime at, LocalDate newest, boolean due) {
        var rows = EDF.prices().rows().stream().filter(row -> row.from().isBefore(newest));
        var newRow = new PriceTable.Row(newest, EDF.prices().rows().getLast().eurPerKwh());
        var prices = new PriceTable("edf-tempo", Stream.concat(rows, Stream.of(newRow)).toList());
        var tariff =
                new Tariff(clock, new TempoOffer(EDF.hours(), prices), RealSeason.of("2024-2025"));

        assertThat(tariff.at(at.toInstant()).pricesDue()).isEqualTo(due);
    }

    private Tariff tariff(ColourBook book) {
        return new Tariff(clock, EDF, book);
    }

    private Duration nightOf(ColourBook book, LocalDate day) {
        var night =
                tariff(book).at(clock.startOf(day)).next().stream()
                        .filter(stretch -> stretch.period() == TempoPeriod.HC)
                        .findFirst()
                        .orElseThrow();
        assertThat(night.day().date()).isEqualTo(day);
        return Duration.between(night.from(), night.until());
    }

    private static Tuple row(String from, TempoColour colour, TempoPeriod period, String price) {
        return Tuple.tuple(from, colour, period, price);
    }
}
