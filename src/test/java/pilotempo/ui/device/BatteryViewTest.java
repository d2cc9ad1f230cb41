package pilotempo.ui.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.shape.Arc;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Quantity;
import pilotempo.live.Diagnosis;
import pilotempo.ui.chart.HistoryChart;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.StillEngine;

class BatteryViewTest extends PageTest {
    private final StillEngine engine = StillEngine.of(3);
    private final List<Place> went = new ArrayList<>();
    private @Nullable BatteryView view;

    private BatteryView open(String id, Locale locale, boolean kiosk, boolean dark) {
        var context = context(engine, locale, kiosk, dark, went::add);
        open(
                () -> {
                    var made = new BatteryView(context, id);
                    view = made;
                    return framed(made.node(), kiosk);
                },
                kiosk ? Pictures.Size.KIOSK : Pictures.Size.DESKTOP,
                dark);
        var made = Objects.requireNonNull(view);
        onFx(made::shown);
        return made;
    }

    private void drawn() {
        until(() -> !lookup(".history-chart").queryAs(HistoryChart.class).summary().isEmpty());
    }

    @Test
    void a_good_battery() {
        var opened = open("salon", Locale.FRENCH, false, false);
        drawn();
        picture("battery-desktop-light-fr-good");
        assertThat(opened.title()).isEqualTo("Salon");
        assertThat(
                        onFx(
                                () ->
                                        hidden(
                                                lookup(".battery-page .scroll-pane")
                                                        .queryAs(ScrollPane.class))))
                .as("px of the left column that have no room")
                .isNotPositive();
        assertThat(says("Bonne")).isTrue();
        assertThat(says("Encore 5")).isTrue();
    }

    private static double hidden(ScrollPane pane) {
        return pane.getContent().getLayoutBounds().getHeight()
                - pane.getViewportBounds().getHeight();
    }

    @Test
    void the_power_gauge_has_zero_on_top_and_its_bar_in_the_direction_of_flow() {
        open("salon", Locale.FRENCH, false, false);
        until(() -> stage.isShowing());
        assertThat(bars())
                .anySatisfy(
                        bar -> {
                            assertThat(bar.getStroke())
                                    .isEqualTo(Palette.of(false).get("discharge"));
                            assertThat(bar.getStartAngle()).isEqualTo(90);
                            assertThat(bar.getLength()).isCloseTo(-90 * 520 / 2_500.0, within(0.1));
                        });
        engine.with("salon", Quantity.POWER_W, -1_250.0);
        until(() -> bars().stream().anyMatch(bar -> Math.abs(bar.getLength() - 45) < 0.1));
    }

    private List<Arc> bars() {
        return onFx(
                () -> {
                    var gauges = lookup(".tile-gauge").queryAllAs(Parent.class);
                    var bars = new ArrayList<Arc>();
                    gauges.forEach(gauge -> collect(gauge, bars));
                    return bars;
                });
    }

    private static void collect(Parent parent, List<Arc> arcs) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Arc arc && arc.isVisible()) {
                arcs.add(arc);
            } else if (child instanceof Parent inner) {
                collect(inner, arcs);
            }
        }
    }

    @Test
    void a_charging_battery_in_the_dark_in_english() {
        engine.with("salon", Quantity.POWER_W, -1_250.0);
        open("salon", Locale.ENGLISH, false, true);
        drawn();
        picture("battery-desktop-dark-en-charging");
        assertThat(says("Charging")).isTrue();
    }

    @Test
    void old_silent_and_unknown_are_three_looks() {
        engine.stale("salon");
        open("salon", Locale.FRENCH, false, false);
        drawn();
        picture("battery-desktop-light-fr-stale");
        engine.silent("salon", Diagnosis.SILENT);
        until(() -> says("Muette"));
        picture("battery-desktop-light-fr-silent");
        engine.neverSeen("salon");
        until(() -> says("Jamais vue"));
        picture("battery-desktop-light-fr-unknown");
        assertThat(says("Pas encore de courbe")).isTrue();
    }

    @Test
    void the_kiosk_shows_day_mode_and_link_one_at_a_time_with_big_targets() {
        open("salon", Locale.FRENCH, true, true);
        drawn();
        picture("battery-kiosk-dark-fr-day");
        press("Créneaux");
        until(() -> says("lu à") || says("Lu à"));
        picture("battery-kiosk-dark-fr-mode");
        press("Liaison");
        until(() -> says("Dernière réponse"));
        picture("battery-kiosk-dark-fr-link");
        var buttons = new ArrayList<Region>(lookup(".button").queryAllAs(Region.class));
        buttons.addAll(lookup(".toggle-button").queryAllAs(Region.class));
        assertThat(buttons).hasSizeGreaterThan(3);
        for (var button : buttons) {
            if (button.isVisible() && button.getParent().isVisible()) {
                assertThat(button.getHeight()).as(button.toString()).isGreaterThanOrEqualTo(48);
            }
        }
    }

    @Test
    void a_battery_that_is_not_there_leads_to_the_settings() {
        open("nulle", Locale.FRENCH, false, false);
        picture("battery-desktop-light-fr-none");
        press("Ouvrir les réglages");
        assertThat(went).containsExactly(new Place.SettingsPage());
    }

    @Test
    void asking_again_asks_once_and_the_button_rests_until_the_answer() {
        open("salon", Locale.FRENCH, false, false);
        press("Interroger");
        assertThat(engine.askedAgain).containsExactly("salon");
        assertThat(says("Demandé…")).isTrue();
        engine.at(StillEngine.NOW.plusSeconds(40));
        onFx(clockTick::send);
        until(() -> says("Interroger"));
    }

    @Test
    void the_switch_in_the_header_leads_to_the_other_batteries() {
        var opened = open("salon", Locale.FRENCH, false, false);
        var extra = (Parent) opened.headerExtra().orElseThrow();
        onFx(() -> ((ButtonBase) extra.getChildrenUnmodifiable().get(1)).fire());
        assertThat(went).containsExactly(new Place.Battery("garage"));
    }

    @Test
    void the_day_before_is_shown_and_the_day_after_today_is_not_offered() {
        open("garage", Locale.FRENCH, false, false);
        drawn();
        assertThat(lookup(".square-button").nth(1).queryButton().isDisabled()).isTrue();
        press("Jour précédent");
        press("Jour précédent");
        until(
                () ->
                        lookup(".history-chart")
                                .queryAs(HistoryChart.class)
                                .summary()
                                .contains("dim. 4 janv."));
        picture("battery-desktop-light-fr-gap");
        assertThat(lookup(".history-chart").queryAs(HistoryChart.class).summary())
                .contains("Interruptions sans donnée : 1");
    }

    @Test
    void nothing_is_heard_any_more_once_hidden() {
        var opened = open("salon", Locale.FRENCH, false, false);
        drawn();
        onFx(opened::hidden);
        engine.silent("salon", Diagnosis.SILENT);
        onFx(clockTick::send);
        assertThat(says("Muette")).isFalse();
        onFx(opened::shown);
        until(() -> says("Muette"));
    }
}
