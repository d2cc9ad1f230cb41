package pilotempo.ui.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.tempo.SeasonState.Cell;
import pilotempo.ui.tempo.SeasonState.Look;

class SeasonStateTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 6);
    private final Map<LocalDate, DayColour> known = new HashMap<>();

    @Test
    void a_season_runs_from_september_to_august_with_every_day_once() {
        var season = season(2025);

        assertThat(season.months()).hasSize(12);
        assertThat(season.months().getFirst().name()).isEqualTo("sept.");
        assertThat(season.months().getLast().name()).isEqualTo("août");
        assertThat(season.days().map(Cell::date))
                .hasSize(365)
                .startsWith(LocalDate.of(2025, 9, 1))
                .endsWith(LocalDate.of(2026, 8, 31))
                .doesNotHaveDuplicates();
        assertThat(season(2023).months().get(5).days()).hasSize(29);
    }

    @Test
    void what_is_not_published_yet_differs_from_a_past_day_that_is_missing() {
        know(TODAY, TempoColour.RED, Status.CONFIRMED, "rte");

        assertThat(look(TODAY)).isEqualTo(Look.SURE);
        assertThat(look(TODAY.plusDays(1))).isEqualTo(Look.AWAITED);
        assertThat(look(TODAY.minusDays(1))).isEqualTo(Look.MISSING);
        assertThat(cell(TODAY.minusDays(1)).letter()).isEmpty();
    }

    @Test
    void a_day_that_may_change_is_dashed_and_a_sunday_to_come_is_outlined() {
        know(TODAY.plusDays(1), TempoColour.WHITE, Status.PROVISIONAL, "public");
        know(LocalDate.of(2026, 1, 11), TempoColour.BLUE, Status.CONFIRMED, "rule");
        know(LocalDate.of(2026, 1, 4), TempoColour.BLUE, Status.CONFIRMED, "rule");

        assertThat(look(TODAY.plusDays(1))).isEqualTo(Look.PROVISIONAL);
        assertThat(look(LocalDate.of(2026, 1, 11))).isEqualTo(Look.RULE);
        assertThat(look(LocalDate.of(2026, 1, 4))).isEqualTo(Look.SURE);
    }

    @Test
    void a_day_says_in_words_what_its_colour_says() {
        know(TODAY, TempoColour.RED, Status.CONFIRMED, "rte");

        assertThat(cell(TODAY).words()).isEqualTo("mardi 6 janvier 2026\u00a0: Rouge, confirmé");
        assertThat(cell(TODAY).today()).isTrue();
        assertThat(season(2025).days().filter(Cell::today)).hasSize(1);
    }

    @Test
    void the_summary_counts_what_is_known_awaited_and_missing() {
        know(TODAY, TempoColour.RED, Status.CONFIRMED, "rte");
        know(TODAY.minusDays(1), TempoColour.RED, Status.CONFIRMED, "rte");
        know(TODAY.minusDays(2), TempoColour.BLUE, Status.CONFIRMED, "rte");

        assertThat(season(2025).summary())
                .isEqualTo(
                        "Saison 2025-2026. Jours connus\u00a0: 1 bleu, 0 blanc, 2 rouges."
                                + " Pas encore publiés\u00a0: 237."
                                + " Jours passés sans couleur connue\u00a0: 125.");
    }

    @Test
    void one_can_go_back_only_where_something_is_known_and_forward_only_to_the_running_season() {
        assertThat(season(2025).hasEarlier()).isFalse();
        assertThat(season(2025).hasLater()).isFalse();

        know(LocalDate.of(2025, 8, 31), TempoColour.BLUE, Status.CONFIRMED, "rte");

        assertThat(season(2025).hasEarlier()).isTrue();
        assertThat(season(2024).hasLater()).isTrue();
    }

    private void know(LocalDate date, TempoColour colour, Status status, String source) {
        known.put(date, new DayColour(date, colour, status, source, Instant.EPOCH));
    }

    private Look look(LocalDate date) {
        return cell(date).look();
    }

    private Cell cell(LocalDate date) {
        return season(2025).days().filter(day -> day.date().equals(date)).findFirst().orElseThrow();
    }

    private SeasonState season(int startYear) {
        var formats = new Formats(Locale.FRENCH, ZoneId.of("Europe/Paris"));
        var words = new TempoWords(Texts.of("pilotempo.ui.tempo.Tempo", Locale.FRENCH), formats);
        var book =
                new ColourBook() {
                    @Override
                    public DayColour day(LocalDate date) {
                        return known.getOrDefault(date, DayColour.unknown(date));
                    }

                    @Override
                    public List<DayColour> season(TempoSeason season) {
                        return known.values().stream()
                                .filter(day -> TempoSeason.of(day.date()).equals(season))
                                .toList();
                    }
                };
        return SeasonState.of(new TempoSeason(startYear), book, TODAY, words);
    }
}
