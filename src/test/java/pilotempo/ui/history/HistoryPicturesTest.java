package pilotempo.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import pilotempo.ui.testing.StillEngine;

/** How the page looks. */
class HistoryPicturesTest extends HistoryPage {
    @Test
    void every_range_is_shown_and_looks_as_it_should() {
        open(Locale.FRENCH, false, false);
        loaded();
        onFx(() -> chart().point(Instant.parse("2026-01-05T18:15:00Z")));
        picture("history-desktop-light-fr-week");
        onFx(() -> chart().letGo());
        assertThat(chart().summary()).contains("Interruptions sans donnée : 1");
        for (var range : new String[] {"Jour", "Mois", "Année", "Tout"}) {
            var before = onFx(() -> chart().summary());
            press(range);
            until(() -> !chart().summary().equals(before));
            if (range.equals("Année")) {
                var january = onFx(() -> chart().summary());
                press("Plus tôt");
                until(() -> !chart().summary().equals(january));
                onFx(() -> chart().point(Instant.parse("2025-02-12T12:00:00Z")));
            }
            picture("history-desktop-light-fr-" + range.toLowerCase(Locale.ROOT));
            onFx(() -> chart().letGo());
        }
    }

    @Test
    void in_the_dark_in_english_each_battery_has_its_own_lanes() {
        open(Locale.ENGLISH, false, true);
        loaded();
        picture("history-desktop-dark-en-week");
        press("By battery");
        until(() -> chart().summary().contains("Garage"));
        picture("history-desktop-dark-en-lanes");
        press("Year");
        until(() -> chart().summary().contains("kWh"));
        picture("history-desktop-dark-en-year-lanes");
    }

    @Test
    void the_kiosk_has_big_targets_and_pins_values_with_a_tap() {
        open(Locale.FRENCH, true, true);
        loaded();
        picture("history-kiosk-dark-fr-week");
        moveTo(chart()).clickOn();
        until(() -> says("W") && !says("touchez"));
        picture("history-kiosk-dark-fr-pinned");
        another("Jour");
        picture("history-kiosk-dark-fr-day");
        another("Année");
        picture("history-kiosk-dark-fr-year");
        var buttons = new ArrayList<Region>(lookup(".button").queryAllAs(Region.class));
        buttons.addAll(lookup(".toggle-button").queryAllAs(Region.class));
        assertThat(buttons).hasSizeGreaterThan(6);
        for (var button : buttons) {
            if (seen(button)) {
                assertThat(button.getHeight()).as(button.toString()).isGreaterThanOrEqualTo(48);
                assertThat(button.getWidth()).as(button.toString()).isGreaterThanOrEqualTo(48);
            }
        }
    }

    @Test
    void the_night_of_the_clock_change_gaps_minutes_and_narrow_windows_look_as_they_should() {
        still.at(Instant.parse("2025-10-28T18:42:00Z"));
        open(Locale.FRENCH, false, false);
        loaded();
        picture("history-desktop-light-fr-dst-week");
        onFx(
                () -> {
                    stage.setWidth(900);
                    stage.setHeight(700);
                });
        until(() -> chart().getWidth() < 800);
        picture("history-half-light-fr-week");
        for (int i = 0; i < 9; i++) {
            press("Agrandir");
        }
        until(() -> says("chaque mesure"));
        loaded();
        picture("history-half-light-fr-minutes");
    }

    @Test
    void the_kiosk_in_the_light_at_every_range() {
        open(Locale.FRENCH, true, false);
        everyRangeCompared(
                "history-kiosk-light-fr-", new String[] {"Jour", "Mois", "Année", "Tout"}, "Année");
        press("Ce qui est affiché");
        press("Par batterie");
        until(() -> chart().summary().contains("Garage"));
        picture("history-kiosk-light-fr-lanes");
        press("Fermer");
        assertThat(says("Par batterie")).isFalse();
    }

    @Test
    void the_desktop_in_the_dark_at_every_range_beside_the_period_before() {
        open(Locale.ENGLISH, false, true);
        loaded();
        press("Compare");
        until(() -> lookup(".chart-before").tryQuery().isPresent());
        everyRangeCompared(
                "history-desktop-dark-en-", new String[] {"Day", "Month", "Year"}, "Year");
        onFx(() -> chart().point(Instant.parse("2025-05-14T12:00:00Z")));
        picture("history-desktop-dark-en-pointed-year");
    }

    @Test
    void ten_batteries_have_room_for_their_chips() {
        still = StillEngine.of(10);
        past = new Past(still);
        open(Locale.FRENCH, false, false);
        loaded();
        picture("history-desktop-light-fr-10");
        open(Locale.FRENCH, true, true);
        loaded();
        press("Ce qui est affiché");
        picture("history-kiosk-dark-fr-10-options");
        var chips = lookup(".battery-chip").queryAllAs(Region.class);
        assertThat(chips).hasSize(10);
        for (var chip : chips) {
            assertThat(chip.getHeight()).isGreaterThanOrEqualTo(48);
        }
    }

    @Test
    void the_day_of_25_hours_beside_the_day_before() {
        still.at(Instant.parse("2025-10-26T18:42:00Z"));
        open(Locale.FRENCH, false, false);
        loaded();
        press("Jour");
        until(() -> where().equals("dim. 26 oct."));
        press("Comparer");
        until(() -> lookup(".chart-before").tryQuery().isPresent());
        picture("history-desktop-light-fr-dst-day");
    }

    /** Every range in the other theme of its size, compared; {@code step} names the pictures. */
    private void everyRangeCompared(String step, String[] ranges, String year) {
        loaded();
        for (var range : ranges) {
            var before = onFx(() -> chart().summary());
            press(range);
            until(() -> !chart().summary().equals(before));
            picture(step + range.toLowerCase(Locale.ROOT));
            if (range.equals(year)) {
                var present = onFx(() -> chart().summary());
                press(step.contains("-fr") ? "Plus tôt" : "Earlier");
                until(() -> !chart().summary().equals(present));
                picture(step + "last-year");
            }
        }
    }
}
