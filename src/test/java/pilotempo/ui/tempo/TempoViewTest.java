package pilotempo.ui.tempo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillMoney;

class TempoViewTest extends PageTest {
    private final StillEngine engine = StillEngine.of(3);

    @Test
    void the_arrow_keys_read_the_calendar_day_by_day() {
        var scene = show(Locale.FRENCH, Size.DESKTOP, false);
        var calendar = scene.lookup("#season-calendar");
        onFx(calendar::requestFocus);

        type(KeyCode.RIGHT);

        var reading = (Label) scene.lookup("#reading");
        until(() -> reading.getText().equals("mercredi 7 janvier 2026\u00a0: Rouge, confirmé"));
        assertThat(calendar.getAccessibleText()).isEqualTo(reading.getText());

        type(KeyCode.UP);
        until(() -> reading.getText().startsWith("dimanche 7 décembre 2025"));
    }

    @Test
    void a_colour_that_becomes_known_shows_by_itself() {
        engine.tomorrowUnknown();
        var scene = show(Locale.ENGLISH, Size.DESKTOP, false);
        assertThat(dayRows(scene)).contains("Not published yet, asked again until it is");

        engine.tomorrowProvisional(TempoColour.WHITE);

        until(() -> dayRows(scene).contains("Provisional, asked again after 11:00"));
    }

    @Test
    void the_running_season_has_no_later_one_and_an_unknown_earlier_one_cannot_be_opened() {
        var scene = show(Locale.FRENCH, Size.DESKTOP, false);

        assertThat(((Button) scene.lookup("#later")).isDisabled()).isTrue();
        assertThat(((Button) scene.lookup("#earlier")).isDisabled()).isTrue();
    }

    @Test
    void the_kiosk_shows_prices_behind_a_big_tab() {
        var scene = show(Locale.FRENCH, Size.KIOSK, true);
        assertThat(scene.lookup("#pricesPane").isVisible()).isFalse();

        clickOn("#choice-prices");

        until(() -> scene.lookup("#pricesPane").isVisible());
        assertThat(((Region) scene.lookup("#choice-prices")).getHeight())
                .isGreaterThanOrEqualTo(48);
        picture(scene, "tempo-kiosk-dark-prices");
        clickOn("#choice-days");
        until(() -> scene.lookup("#daysPane").isVisible());
        picture(scene, "tempo-kiosk-dark-days");
    }

    @Test
    void what_the_season_cost_stands_by_colour_and_the_total_below() {
        var scene = show(Locale.FRENCH, Size.DESKTOP, false);

        assertThat(words(scene, "#costRows .number"))
                .containsExactly(
                        "115", "743,0", "102,58", "8,41", "11", "118,0", "18,21", "1,34", "2",
                        "18,00", "1,80", "7,02");
        assertThat(words(scene, "#costTotal")).containsExactly("16,77\u00a0€");
        assertThat(words(scene, "#costNote").getFirst())
                .isEqualTo("HP +139,35\u00a0€ · HC \u2212122,58\u00a0€");
        var query = engine.money.asked.getLast();
        assertThat(query.from()).isEqualTo("2025-09-01T04:00:00Z");
        assertThat(query.to()).isEqualTo("2026-09-01T04:00:00Z");
    }

    @Test
    void a_day_without_a_colour_is_left_out_and_counted() {
        engine.money.report(
                StillMoney.days(
                        List.of(
                                StillMoney.day(
                                        LocalDate.parse("2026-01-04"),
                                        TempoColour.BLUE,
                                        1000,
                                        900,
                                        "0.1",
                                        "0.3"),
                                StillMoney.day(
                                        LocalDate.parse("2026-01-05"), null, 1000, 900, "", ""))));
        var scene = show(Locale.ENGLISH, Size.DESKTOP, false);

        assertThat(words(scene, "#costNote").getFirst())
                .endsWith("Without 1 day of unknown colour or price.");
        assertThat(words(scene, "#costTotal")).containsExactly("€0.20");
    }

    @Test
    void nothing_recorded_and_nothing_readable_are_said_in_words() {
        engine.money.nothing();
        var scene = show(Locale.FRENCH, Size.DESKTOP, false);
        assertThat(words(scene, "#costNote"))
                .containsExactly("Rien n’est enregistré pour cette saison.");
        assertThat(words(scene, "#costRows .number")).isEmpty();

        engine.money.broken();
        var broken = show(Locale.FRENCH, Size.DESKTOP, false);
        assertThat(words(broken, "#costNote"))
                .containsExactly("Coûts illisibles\u00a0: voir Diagnostic.");
        assertThat(onFx(() -> broken.lookup("#costTotal").isVisible())).isFalse();
    }

    @Test
    void costs_are_asked_for_again_when_a_colour_becomes_known_or_after_five_minutes() {
        show(Locale.FRENCH, Size.DESKTOP, false);
        int before = engine.money.asked.size();

        engine.at(StillEngine.NOW.plusSeconds(60));
        until(() -> engine.money.asked.size() == before + 1); // the tariff has changed
        onFx(clockTick::send);
        assertThat(engine.money.asked).hasSize(before + 1);
    }

    @Test
    void the_kiosk_shows_costs_behind_a_tab_with_everything_in_them() {
        var scene = show(Locale.FRENCH, Size.KIOSK, true);
        assertThat(scene.lookup("#costsPane").isVisible()).isFalse();

        clickOn("#choice-costs");

        until(() -> scene.lookup("#costsPane").isVisible());
        assertThat(words(scene, "#costRows .number"))
                .startsWith("115", "832,6", "743,0", "102,58", "110,99", "8,41");
        picture(scene, "tempo-kiosk-dark-costs");
    }

    @Test
    void on_the_desktop_today_and_tomorrow_stand_behind_the_costs() {
        engine.tomorrowProvisional(TempoColour.WHITE);
        var scene = show(Locale.FRENCH, Size.DESKTOP, true);
        assertThat(scene.lookup("#daysPane").isVisible()).isFalse();

        clickOn("#choice-days");

        until(() -> scene.lookup("#daysPane").isVisible());
        assertThat(scene.lookup("#costsPane").isVisible()).isFalse();
        picture(scene, "tempo-desktop-dark-days");
    }

    @Test
    void pictures() {
        picture(show(Locale.FRENCH, Size.DESKTOP, false), "tempo-desktop-light");
        picture(show(Locale.FRENCH, Size.KIOSK, true), "tempo-kiosk-dark");
        engine.tomorrowProvisional(TempoColour.WHITE);
        picture(show(Locale.FRENCH, Size.DESKTOP, true), "tempo-desktop-dark");
        picture(show(Locale.ENGLISH, Size.DESKTOP, false), "tempo-desktop-light-en");
        engine.noColours();
        var scene = show(Locale.ENGLISH, Size.KIOSK, false);
        picture(scene, "tempo-kiosk-light-en");
        picture(show(Locale.FRENCH, Size.DESKTOP, false), "tempo-desktop-light-unknown");
        assertThat(dayRows(scene)).contains("—");
    }

    private Scene show(Locale locale, Size size, boolean dark) {
        var kiosk = size == Size.KIOSK;
        var scene =
                open(
                        () -> {
                            var view =
                                    new TempoView(
                                            context(engine, locale, kiosk, dark, place -> {}));
                            view.shown();
                            return framed(view.node(), kiosk);
                        },
                        size,
                        dark);
        until(() -> !dayRows(scene).isEmpty() && scene.lookup(".busy") == null);
        return scene;
    }

    private static String dayRows(Scene scene) {
        return onFx(
                () -> {
                    var all = new StringBuilder();
                    for (var node : scene.getRoot().lookupAll("#dayRows .label")) {
                        all.append(((Label) node).getText()).append('\n');
                    }
                    return all.toString();
                });
    }
}
