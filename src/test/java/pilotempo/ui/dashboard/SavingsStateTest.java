package pilotempo.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilotempo.cost.CostReport;
import pilotempo.cost.CostReport.Row;
import pilotempo.cost.StoredEnergy;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Formats;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillMoney;

/** Savings and what is stored, in words; it is 6 January. */
class SavingsStateTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-01-06");
    private final StillEngine engine = StillEngine.of(3);

    @Test
    void today_the_month_and_what_is_stored_stand_beside_each_other() {
        var state =
                french(
                        List.of(day(4, TempoColour.BLUE, "0.8", "1.7"), red("0", "4.5664")),
                        stored(5022.0, "3.2482"));
        assertThat(state.saved()).isEqualTo("4,57");
        assertThat(state.month()).isEqualTo(spaced("janvier_: 5,47_€"));
        assertThat(state.storedFor()).isEqualTo("Stocké pour demain");
        assertThat(state.stored()).isEqualTo("5,02");
        assertThat(state.worth()).isEqualTo(spaced("vaut 3,25_€"));
        assertThat(state.note()).isEmpty();
        assertThat(state.brief())
                .isEqualTo(spaced("Économisé 4,57_€ · stocké 5,02_kWh, soit 3,25_€"));
    }

    @Test
    void on_the_eve_a_negative_amount_is_explained() {
        var state = french(List.of(red("1.1334", "0.3137")), stored(5022.0, "3.2482"));
        assertThat(state.saved()).isEqualTo("−0,82");
        assertThat(state.note())
                .isEqualTo(spaced("La charge se paie d’avance_; elle servira demain."));
        assertThat(state.brief()).startsWith(spaced("Payé d’avance 0,82_€"));
    }

    @Test
    void a_negative_amount_with_nothing_stored_is_called_a_cost() {
        var state = french(List.of(red("1.1334", "0.3137")), stored(0.0, "0"));
        assertThat(state.note()).isEqualTo("Jusqu’ici la charge a coûté plus qu’elle n’a évité.");
    }

    @Test
    void during_dear_peak_hours_it_is_stored_for_today() {
        var stored = new StoredEnergy(2300.0, new BigDecimal("1.4876"), TODAY, List.of("atelier"));
        var state = french(List.of(red("0.1", "0.05")), stored);
        assertThat(state.storedFor()).isEqualTo("Stocké pour aujourd’hui");
        assertThat(state.worth()).isEqualTo(spaced("vaut 1,49_€ · sans Atelier"));
        assertThat(state.note()).contains("coûté");
    }

    @Test
    void without_a_colour_there_is_no_amount_and_the_month_says_so() {
        var state =
                french(
                        List.of(day(5, TempoColour.RED, "0", "2"), day(6, null, "0", "0")),
                        new StoredEnergy(1000.0, null, TODAY.plusDays(1), List.of()));
        assertThat(state.saved()).isEqualTo("—");
        assertThat(state.month()).isEqualTo(spaced("janvier_: 2,00_€, 1 jour sans prix"));
        assertThat(state.worth()).isEqualTo("prix pas encore connu");
        assertThat(state.note()).contains("aucun montant");
        assertThat(state.brief()).isEqualTo(spaced("stocké 1,00_kWh"));
    }

    @Test
    void nothing_recorded_is_no_zero() {
        var state =
                french(
                        List.of(),
                        new StoredEnergy(null, null, TODAY.plusDays(1), List.of("salon")));
        assertThat(state.saved()).isEqualTo("—");
        assertThat(state.month()).isEmpty();
        assertThat(state.stored()).isEqualTo("—");
        assertThat(state.worth()).isEqualTo("niveau inconnu");
        assertThat(state.note()).startsWith("Rien d’enregistré");
        assertThat(state.brief()).isEmpty();
    }

    private SavingsState french(List<Row> rows, StoredEnergy stored) {
        CostReport report = StillMoney.days(rows);
        var language = Language.of(new Formats(Locale.FRENCH, engine.zone()));
        return SavingsState.of(report, stored, TODAY, engine.fleet(), language);
    }

    private static Row red(String cost, String avoided) {
        return day(6, TempoColour.RED, cost, avoided);
    }

    private static Row day(int day, @Nullable TempoColour colour, String cost, String avoided) {
        return StillMoney.day(LocalDate.of(2026, 1, day), colour, 1000, 900, cost, avoided);
    }

    private static StoredEnergy stored(double wh, String worth) {
        return new StoredEnergy(wh, new BigDecimal(worth), TODAY.plusDays(1), List.of());
    }

    private static String spaced(String text) {
        return text.replace("_", "\u00a0");
    }
}
