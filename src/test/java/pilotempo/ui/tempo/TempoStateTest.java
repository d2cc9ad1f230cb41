package pilotempo.ui.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.settings.TempoSettings.Source;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.testing.StillEngine;

class TempoStateTest {
    private final StillEngine engine = StillEngine.of(1);

    @Test
    void today_and_tomorrow_tell_their_source_and_when_it_was_read() {
        var today = state(Locale.FRENCH).days().getFirst();

        assertThat(today.title()).isEqualTo("Aujourd’hui");
        assertThat(today.colour()).isEqualTo(TempoColour.RED);
        assertThat(today.certainty()).isEqualTo("Confirmé");
        assertThat(today.source()).isEqualTo("Source\u00a0: API publique, lu lun. 5 janv. à 11:05");
    }

    @Test
    void tomorrow_is_awaited_from_10_40_on_and_never_taken_for_a_colour() {
        engine.tomorrowUnknown().at(Instant.parse("2026-01-06T09:39:00Z"));
        var early = tomorrow();
        assertThat(early.colour()).isNull();
        assertThat(early.word()).isEqualTo(Formats.UNKNOWN);
        assertThat(early.certainty()).isEqualTo("Pas encore publié (dès 10\u00a0h\u00a040)");
        assertThat(early.source()).isEmpty();

        engine.at(Instant.parse("2026-01-06T09:40:00Z"));
        assertThat(tomorrow().certainty())
                .isEqualTo("Pas encore publié, redemandé jusqu’à ce qu’il le soit");
    }

    @Test
    void a_colour_that_may_change_says_so() {
        engine.tomorrowProvisional(TempoColour.WHITE);

        assertThat(tomorrow().certainty()).isEqualTo("Provisoire, redemandé après 11:00");
    }

    @Test
    void when_no_source_is_asked_the_page_does_not_promise_a_colour() {
        engine.tomorrowUnknown();

        assertThat(state(Locale.FRENCH, Source.NONE).days().getLast().certainty())
                .isEqualTo("Inconnu\u00a0: les réglages n’interrogent aucune source");
    }

    @Test
    void days_left_are_counted_against_the_quota() {
        var left = state(Locale.FRENCH).left();

        assertThat(left).extracting(TempoState.Left::of).containsExactly("/ 300", "/ 43", "/ 22");
        assertThat(left.getLast().days()).isEqualTo("20");
        assertThat(left.getLast().share()).isEqualTo(20 / 22.0);
        assertThat(state(Locale.FRENCH).leftNote()).isEmpty();
    }

    @Test
    void unknown_days_left_are_a_dash_with_its_reason_never_zero() {
        engine.noColours();
        var state = state(Locale.ENGLISH);

        assertThat(state.left()).extracting(TempoState.Left::days).containsOnly("—");
        assertThat(state.leftNote()).isNotEmpty();
    }

    @Test
    void six_prices_stand_with_their_date_and_the_one_in_force_is_marked() {
        var state = state(Locale.FRENCH);

        assertThat(state.since()).isEqualTo("depuis le 1er août 2025");
        assertThat(state.prices())
                .extracting(TempoState.Price::hc)
                .containsExactly("0,1232", "0,1391", "0,1460");
        assertThat(state.prices())
                .extracting(TempoState.Price::hp)
                .containsExactly("0,1494", "0,1730", "0,6468");
        assertThat(state.prices())
                .extracting(TempoState.Price::now)
                .containsExactly(null, null, TempoPeriod.HP);
        assertThat(state.priceNow()).isEqualTo("0,6468");
        assertThat(state(Locale.ENGLISH).since()).isEqualTo("since 1 August 2025");
    }

    @Test
    void without_a_price_table_prices_are_unknown() {
        var state =
                TempoState.of(engine.tariff(), PriceTable.NONE, Source.AUTO, words(Locale.FRENCH));

        assertThat(state.since()).isEqualTo("aucune grille de prix");
        assertThat(state.prices()).extracting(TempoState.Price::hp).containsOnly("—");
    }

    @Test
    void new_prices_are_announced_only_when_they_are_due() {
        var now = engine.tariff();
        var due =
                new TariffView(
                        now.at(),
                        now.season(),
                        now.today(),
                        now.tomorrow(),
                        now.left(),
                        now.now(),
                        now.next(),
                        true);

        assertThat(state(Locale.FRENCH).due()).isEmpty();
        assertThat(TempoState.of(due, engine.prices(), Source.AUTO, words(Locale.FRENCH)).due())
                .startsWith("De nouveaux prix sont attendus.");
    }

    private TempoState.Day tomorrow() {
        return state(Locale.FRENCH).days().getLast();
    }

    private TempoState state(Locale locale) {
        return state(locale, Source.AUTO);
    }

    private TempoState state(Locale locale, Source asked) {
        return TempoState.of(engine.tariff(), engine.prices(), asked, words(locale));
    }

    private TempoWords words(Locale locale) {
        return new TempoWords(
                Texts.of("pilotempo.ui.tempo.Tempo", locale), new Formats(locale, engine.zone()));
    }
}
