package pilotempo.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.engine.Engine;
import pilotempo.ui.chart.HistoryChart;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.StillEngine;

class HistoryViewTest extends PageTest {
    private StillEngine still = StillEngine.of(3);
    private Past past = new Past(still);
    private @Nullable HistoryView view;

    private HistoryView open(Locale locale, boolean kiosk, boolean dark) {
        return open(locale, kiosk, dark, (_, _, _) -> Optional.empty());
    }

    private HistoryView open(Locale locale, boolean kiosk, boolean dark, FileDestination files) {
        var context = with(past.engine(), context(still, locale, kiosk, dark, _ -> {}));
        open(
                () -> {
                    var made = new HistoryView(context, files);
                    view = made;
                    return framed(made.node(), kiosk);
                },
                kiosk ? Pictures.Size.KIOSK : Pictures.Size.DESKTOP,
                dark);
        var made = Objects.requireNonNull(view);
        onFx(made::shown);
        return made;
    }

    private static UiContext with(Engine engine, UiContext context) {
        return new UiContext(
                engine,
                context.formats(),
                context.kiosk(),
                context.dark(),
                context.navigator(),
                context.work(),
                context.fx(),
                context.clockTick());
    }

    private HistoryChart chart() {
        return lookup(".history-chart").query();
    }

    private void mouse(EventType<MouseEvent> type, double x) {
        mouse(type, x, MouseButton.PRIMARY, 1);
    }

    private void mouse(EventType<MouseEvent> type, double x, MouseButton button, int clicks) {
        onFx(
                () ->
                        chart().fireEvent(
                                        new MouseEvent(
                                                type,
                                                x,
                                                200,
                                                x,
                                                200,
                                                button,
                                                clicks,
                                                false,
                                                false,
                                                false,
                                                false,
                                                button == MouseButton.PRIMARY,
                                                false,
                                                button == MouseButton.SECONDARY,
                                                false,
                                                false,
                                                true,
                                                null)));
    }

    private void loaded() {
        until(() -> !chart().summary().isEmpty() && !says("Chargement") && !says("Loading"));
        // The chart knows its scale only once laid out; a test may be quicker than the next pulse.
        onFx(() -> stage.getScene().getRoot().layout());
    }

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
        press("Jour");
        until(() -> says("mar. 6 janv."));
        picture("history-kiosk-dark-fr-day");
        press("Année");
        until(() -> says("2026"));
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
    void nothing_recorded_is_said_and_not_drawn_as_zero() {
        past.first = StillEngine.NOW;
        open(Locale.FRENCH, false, false);
        until(() -> says("Rien d’enregistré"));
        assertThat(lookup(".empty-state").queryAs(EmptyState.class)).isNotNull();
        assertThat(says("0,0")).isFalse();
        assertThat(lookup("CSV").queryButton().isDisabled()).isTrue();
        picture("history-desktop-light-fr-empty");
    }

    @Test
    void a_failure_says_so_and_trying_again_works() {
        past.broken = true;
        open(Locale.FRENCH, false, false);
        until(() -> says("n’a pas pu être lu"));
        picture("history-desktop-light-fr-failed");
        past.broken = false;
        press("Réessayer");
        loaded();
        assertThat(says("n’a pas pu être lu")).isFalse();
    }

    @Test
    void a_long_wait_is_told_and_leaving_cancels_it() {
        past.gate = new CountDownLatch(1);
        var opened = open(Locale.FRENCH, false, false);
        until(() -> says("Chargement"));
        picture("history-desktop-light-fr-loading");
        onFx(opened::hidden);
        until(() -> past.interrupted.get() == 1);
        assertThat(says("Chargement")).isFalse();
    }

    @Test
    void moving_on_cancels_the_query_under_way_and_only_the_last_is_shown() {
        past.gate = new CountDownLatch(1);
        open(Locale.FRENCH, false, false);
        until(() -> past.queries.get() == 1);
        press("Jour");
        until(() -> past.interrupted.get() == 1);
        Objects.requireNonNull(past.gate).countDown();
        loaded();
        assertThat(chart().summary()).contains("mar. 6 janv.");
    }

    @Test
    void the_wheel_zooms_the_keys_pan_and_today_leads_back() {
        open(Locale.FRENCH, false, false);
        loaded();
        moveTo(chart()).scroll(5, javafx.geometry.VerticalDirection.UP);
        until(() -> says("Aujourd’hui") && !says("31 déc. – 6 janv."));
        onFx(() -> chart().requestFocus());
        var zoomed = onFx(() -> chart().summary());
        push(KeyCode.LEFT);
        until(() -> !chart().summary().equals(zoomed));
        press("Aujourd’hui");
        until(() -> says("31 déc. – 6 janv."));
    }

    @Test
    void dragging_pans_without_waiting_for_the_database() {
        open(Locale.FRENCH, false, false);
        loaded();
        int before = past.queries.get();
        mouse(MouseEvent.MOUSE_PRESSED, 500);
        mouse(MouseEvent.MOUSE_DRAGGED, 620);
        mouse(MouseEvent.MOUSE_DRAGGED, 740);
        until(() -> says("Aujourd’hui"));
        assertThat(onFx(() -> chart().summary())).contains("lun. 29 déc.");
        mouse(MouseEvent.MOUSE_RELEASED, 740);
        until(() -> past.queries.get() > before);
    }

    @Test
    void the_present_is_read_again_each_minute_but_the_past_is_not() {
        open(Locale.FRENCH, false, false);
        loaded();
        int before = past.queries.get();
        onFx(clockTick::send);
        assertThat(past.queries.get()).isEqualTo(before);
        still.at(StillEngine.NOW.plusSeconds(61));
        onFx(clockTick::send);
        until(() -> past.queries.get() == before + 1);
        press("Plus tôt");
        until(() -> past.queries.get() == before + 2);
        loaded();
        still.at(StillEngine.NOW.plusSeconds(200));
        onFx(clockTick::send);
        assertThat(past.queries.get()).isEqualTo(before + 2);
    }

    @Test
    void the_export_goes_where_the_user_says(@TempDir Path folder) throws IOException {
        var file = folder.resolve("out.csv");
        open(
                Locale.FRENCH,
                false,
                false,
                (_, _, name) -> {
                    assertThat(name).isEqualTo("pilotempo-2025-12-31-2026-01-06.csv");
                    return Optional.of(file);
                });
        loaded();
        press("CSV");
        until(() -> says("lignes écrites dans out.csv"));
        picture("history-desktop-light-fr-exported");
        assertThat(file).hasContent("time,battery");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void an_export_that_cannot_be_written_says_where_and_offers_another_try(@TempDir Path folder) {
        open(
                Locale.FRENCH,
                false,
                false,
                (_, _, name) -> Optional.of(folder.resolve("missing").resolve(name)));
        loaded();
        press("CSV");
        until(() -> says("n’a pas pu être écrit"));
        assertThat(lookup("Réessayer").queryAs(Button.class).isVisible()).isTrue();
        assertThat(lookup(".range-title").queryAs(Label.class).getText()).isNotEmpty();
    }

    private void mark(double from, double to) {
        mouse(MouseEvent.MOUSE_PRESSED, from, MouseButton.SECONDARY, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, (from + to) / 2, MouseButton.SECONDARY, 1);
        mouse(MouseEvent.MOUSE_DRAGGED, to, MouseButton.SECONDARY, 1);
    }

    private String where() {
        return onFx(() -> lookup(".range-title").queryAs(Label.class).getText());
    }

    @Test
    void a_stretch_marked_with_the_other_button_is_zoomed_to_and_back_leads_back() {
        open(Locale.FRENCH, false, false);
        loaded();
        mark(400, 600);
        picture("history-desktop-light-fr-marking");
        mouse(MouseEvent.MOUSE_RELEASED, 600, MouseButton.SECONDARY, 1);
        until(() -> !where().equals("31 déc. – 6 janv."));
        mark(300, 700);
        var first = where();
        mouse(MouseEvent.MOUSE_RELEASED, 700, MouseButton.SECONDARY, 1);
        until(() -> !where().equals(first));
        loaded();
        // Each is a step of its own once the hand has rested.
        until(() -> past.queries.get() >= 2);
        onFx(() -> chart().requestFocus());
        push(KeyCode.BACK_SPACE);
        until(() -> where().equals(first) || where().equals("31 déc. – 6 janv."));
        for (int i = 0; i < 2 && !where().equals("31 déc. – 6 janv."); i++) {
            press("Revenir à la vue précédente");
        }
        until(() -> where().equals("31 déc. – 6 janv."));
    }

    @Test
    void a_double_click_widens_and_the_keys_zoom() {
        open(Locale.FRENCH, false, false);
        loaded();
        onFx(() -> chart().requestFocus());
        onFx(() -> chart().fireEvent(typed("+")));
        until(() -> says("Aujourd’hui"));
        mouse(MouseEvent.MOUSE_PRESSED, 500);
        mouse(MouseEvent.MOUSE_CLICKED, 500, MouseButton.PRIMARY, 2);
        until(
                () ->
                        where().contains("–")
                                && lookup("#choice-WEEK")
                                        .queryAs(javafx.scene.control.ToggleButton.class)
                                        .isSelected());
        push(KeyCode.HOME);
        until(() -> where().contains("2026") || where().contains("2025"));
    }

    private static javafx.scene.input.KeyEvent typed(String character) {
        return new javafx.scene.input.KeyEvent(
                javafx.scene.input.KeyEvent.KEY_TYPED,
                character,
                "",
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false);
    }

    @Test
    void two_fingers_pinch() {
        open(Locale.FRENCH, true, true);
        loaded();
        var before = where();
        onFx(() -> chart().fireEvent(pinch(javafx.scene.input.ZoomEvent.ZOOM_STARTED, 1)));
        onFx(() -> chart().fireEvent(pinch(javafx.scene.input.ZoomEvent.ZOOM, 2)));
        onFx(() -> chart().fireEvent(pinch(javafx.scene.input.ZoomEvent.ZOOM_FINISHED, 1)));
        until(() -> !where().equals(before));
        loaded();
        picture("history-kiosk-dark-fr-zoomed");
        press("Ce qui est affiché");
        until(() -> says("Comparer"));
        press("Comparer");
        until(() -> lookup(".chart-before").tryQuery().isPresent());
        picture("history-kiosk-dark-fr-options");
    }

    private static javafx.scene.input.ZoomEvent pinch(
            EventType<javafx.scene.input.ZoomEvent> type, double factor) {
        return new javafx.scene.input.ZoomEvent(
                type, 400, 150, 400, 150, false, false, false, false, true, false, factor, factor,
                null);
    }

    @Test
    void compared_with_the_period_before_everything_has_two_values() {
        open(Locale.FRENCH, false, false);
        loaded();
        press("Comparer");
        until(() -> says("24 déc. – 30 déc.") && says("kWh"));
        until(() -> says("±0") || says("% ") || says(" · "));
        onFx(() -> chart().point(Instant.parse("2026-01-05T18:15:00Z")));
        assertThat(says("29 déc.")).isTrue();
        picture("history-desktop-light-fr-week-compared");
        for (var range : new String[] {"Jour", "Mois", "Année"}) {
            var before = onFx(() -> chart().summary());
            press(range);
            until(() -> !chart().summary().equals(before));
            picture("history-desktop-light-fr-compared-" + range.toLowerCase(Locale.ROOT));
        }
        press("Plus tôt");
        until(() -> where().equals("2025"));
    }

    @Test
    void a_battery_is_taken_out_by_its_chip_but_not_the_last() {
        open(Locale.FRENCH, false, false);
        loaded();
        int before = past.queries.get();
        press("Garage");
        until(() -> past.queries.get() > before);
        press("Atelier");
        until(() -> lookup("#chip-salon").query().isDisabled());
        synchronized (past.asked) {
            assertThat(past.asked.getLast().batteries()).hasSize(1);
        }
        loaded();
        picture("history-desktop-light-fr-one-of-three");
    }

    @Test
    void the_chart_is_saved_as_a_picture_twice_as_sharp(@TempDir Path folder) throws IOException {
        var file = folder.resolve("chart.png");
        open(
                Locale.FRENCH,
                false,
                true,
                (_, _, name) -> {
                    assertThat(name).isEqualTo("pilotempo-2025-12-31-2026-01-06.png");
                    return Optional.of(file);
                });
        loaded();
        press("PNG");
        until(() -> says("Image enregistrée dans chart.png"));
        var image = javax.imageio.ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(2_400);
        assertThat(image.getHeight()).isEqualTo(1_440);
        var colours = new java.util.HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x += 7) {
            colours.add(image.getRGB(x, 500));
        }
        assertThat(colours).hasSizeGreaterThan(3);
        Files.copy(
                file,
                Path.of("target", "pictures", "history-exported.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_cancelled_export_leaves_nothing_behind(@TempDir Path folder) throws IOException {
        past.exporting = new CountDownLatch(1);
        open(Locale.FRENCH, false, false, (_, _, _) -> Optional.of(folder.resolve("out.csv")));
        loaded();
        press("CSV");
        until(() -> says("Export : 7 lignes écrites"));
        picture("history-desktop-light-fr-exporting");
        press("Annuler");
        until(() -> isEmpty(folder));
        assertThat(says("lignes écrites")).isFalse();
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (var left = Files.list(folder)) {
            return left.findAny().isEmpty();
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
}
