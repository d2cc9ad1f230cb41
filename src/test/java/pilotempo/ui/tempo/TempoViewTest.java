package pilotempo.ui.tempo;

import static org.assertj.core.api.Assertions.assertThat;

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
        until(() -> !dayRows(scene).isEmpty());
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
