package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.engine.Refused;
import pilotempo.engine.Steering.Progress;
import pilotempo.planning.BacktestReport;
import pilotempo.planning.BacktestReport.Month;
import pilotempo.settings.PinHash;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** The Automation pages by their words and buttons, in the real window(). */
class AutomationPagesTest extends PageTest {
    private final StillEngine engine = StillEngine.of(3);
    private @Nullable AutomationWindow opened;

    @AfterEach
    void closeWindow() {
        onFx(
                () -> {
                    stage.hide();
                    window().close();
                });
    }

    private AutomationWindow window() {
        return Objects.requireNonNull(opened);
    }

    private void open(Part part, Size size, Locale locale) {
        opened =
                onFx(
                        () -> {
                            var made =
                                    new AutomationWindow(
                                            engine, size, size == Size.KIOSK, locale, part);
                            stage.setScene(made.scene());
                            stage.sizeToScene();
                            stage.show();
                            stage.requestFocus();
                            return made;
                        });
        onFx(() -> {});
    }

    private void desktop(Part part) {
        open(part, Size.DESKTOP, Locale.ENGLISH);
    }

    private void fire(String id) {
        onFx(
                () -> {
                    window().layout();
                    var button = (ButtonBase) window().scene().lookup(id);
                    assertThat(button).as(id).isNotNull();
                    assertThat(seen(button)).as(id + " can be seen").isTrue();
                    button.fire();
                });
    }

    private boolean dialog() {
        return onFx(() -> window().scene().lookup(".dialog-card") != null);
    }

    private String text(String id) {
        return onFx(() -> ((Labeled) window().scene().lookup(id)).getText());
    }

    private boolean there(String id) {
        return onFx(
                () -> {
                    window().layout();
                    Node node = window().scene().lookup(id);
                    return node != null && seen(node);
                });
    }

    private void tick() {
        onFx(() -> window().tick());
    }

    // The plan

    @Test
    void the_arrow_keys_read_the_reasons_action_by_action() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        onFx(() -> window().scene().lookup("#plan-strip").requestFocus());
        type(KeyCode.RIGHT);
        until(() -> text("#reading").startsWith("Salon, 19:42–22:00 · Auto"));
        type(KeyCode.RIGHT);
        until(() -> text("#reading").startsWith("Salon, 22:00–01:46 · Charge at 1,000"));
        assertThat(text("#reading")).contains("→ 95%").contains("Wednesday is red");
        type(KeyCode.DOWN);
        until(() -> text("#reading").startsWith("Garage, 22:00"));
        assertThat(onFx(() -> window().scene().getRoot().lookupAll(".why-row").size()))
                .isEqualTo(6);
    }

    @Test
    void a_tap_on_an_action_shows_its_reason_and_one_beside_it_lets_it_go() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        var strip = onFx(() -> window().scene().lookup("#plan-strip"));
        moveTo(strip).clickOn();
        until(() -> text("#reading").contains("Auto"));
        var corner = onFx(() -> strip.localToScreen(4, 4));
        clickOn(corner);
        until(() -> text("#reading").equals("Press an action to read why."));
    }

    @Test
    void a_plan_that_changes_shows_by_itself() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        until(() -> says("Tempo strategy on"));
        engine.steering.plan(Plans.trial(Plans.on(3), false));
        until(() -> says("Trial: nothing is sent"));
    }

    @Test
    void a_pause_says_what_it_costs_and_lasts_until_what_was_chosen() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        fire("#pause");
        until(this::dialog);
        assertThat(text("#pause-loss")).contains("Wednesday 7 January");
        picture("automation-light-pause");
        fire("#choice-HOURS_2");
        until(() -> !there("#pause-loss"));
        fire("#choice-OPEN");
        until(() -> there("#pause-loss"));
        fire("#choice-MORNING");
        fire("#pause-now");
        until(() -> engine.steering.pauses.size() == 1);
        assertThat(engine.steering.pauses)
                .containsExactly(Optional.of(Plans.at("2026-01-07T05:00:00Z")));
        assertThat(dialog()).isFalse();
    }

    @Test
    void escape_leaves_a_dialog_and_nothing_was_done() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        fire("#pause");
        until(this::dialog);
        type(KeyCode.ESCAPE);
        until(() -> !dialog());
        assertThat(engine.steering.planCalls).isEmpty();
        assertThat(there("#plan-strip")).isTrue();
    }

    @Test
    void a_dialog_keeps_the_keyboard_to_itself() {
        engine.steering.plan(Plans.on(3));
        desktop(Part.PLAN);
        fire("#pause");
        until(this::dialog);
        for (int i = 0; i < 12; i++) {
            type(KeyCode.TAB);
            assertThat(
                            onFx(
                                    () -> {
                                        for (Node one = window().scene().getFocusOwner();
                                                one != null;
                                                one = one.getParent()) {
                                            if (one.getStyleClass().contains("dialog-card")) {
                                                return true;
                                            }
                                        }
                                        return false;
                                    }))
                    .isTrue();
        }
        push(KeyCode.CONTROL, KeyCode.DIGIT4);
        assertThat(dialog()).isTrue();
    }

    @Test
    void a_paused_plan_is_told_on_every_page_and_goes_on_with_one_press() {
        engine.steering.plan(Plans.paused(Plans.on(3), Plans.at("2026-01-07T05:00:00Z")));
        desktop(Part.JOURNAL);
        tick();
        assertThat(text("#paused-sign")).isEqualTo("Paused until 06:00 · Resume");
        picture("automation-light-paused-journal");
        fire("#paused-sign");
        until(() -> engine.steering.planCalls.equals(List.of("resume")));
        engine.steering.plan(Plans.on(3));
        tick();
        assertThat(there("#paused-sign")).isFalse();
    }

    @Test
    void an_urgent_trial_asks_once_at_once_and_acts_when_told() {
        engine.steering.plan(Plans.trial(Plans.on(3), true));
        desktop(Part.JOURNAL);
        tick();
        until(this::dialog);
        picture("automation-light-urgent");
        assertThat(says("Act now, or finish the trial day?")).isTrue();
        press("Finish the trial");
        until(() -> !dialog());
        tick();
        assertThat(dialog()).isFalse();
        assertThat(engine.steering.planCalls).isEmpty();
    }

    @Test
    void acting_from_now_on_ends_the_trial() {
        engine.steering.plan(Plans.trial(Plans.on(3), true));
        desktop(Part.JOURNAL);
        tick();
        until(this::dialog);
        press("Act from now on");
        until(() -> engine.steering.planCalls.equals(List.of("endDryRun")));
    }

    @Test
    void the_strategy_is_turned_on_after_a_question() {
        desktop(Part.PLAN);
        until(() -> there("#on"));
        fire("#on");
        until(this::dialog);
        assertThat(engine.settings().planning().strategy()).isEqualTo("none");
        fire("#confirm");
        until(() -> engine.settings().planning().strategy().equals("tempo"));
    }

    @Test
    void settings_that_refuse_are_told() {
        engine.refusing("The file can not be written.");
        desktop(Part.PLAN);
        until(() -> there("#on"));
        fire("#on");
        until(this::dialog);
        fire("#confirm");
        until(() -> says("The file can not be written."));
    }

    // The journal

    @Test
    void a_row_unfolds_its_details_and_folds_again() {
        engine.steering.plan(Plans.on(3));
        engine.steering.journal(Plans.journal());
        desktop(Part.PLAN);
        until(() -> there(".journal-row"));
        fire(".journal-row");
        until(() -> says("Read back from the battery, and its power agrees where it can."));
        assertThat(says("9\u00a0s")).isTrue();
        picture("automation-light-unfolded");
        fire(".journal-row");
        until(() -> !there(".journal-details"));
    }

    @Test
    void the_whole_journal_is_filtered_by_battery() {
        engine.steering.journal(Plans.journal());
        desktop(Part.PLAN);
        until(() -> there("#see-all"));
        fire("#see-all");
        until(() -> says("11 commands"));
        fire("#choice-garage");
        until(() -> says("3 commands"));
        fire("#back");
        until(() -> there("#plan-strip"));
    }

    @Test
    void new_lines_of_the_journal_show_by_themselves() {
        desktop(Part.JOURNAL);
        until(() -> says("No command yet"));
        engine.steering.journal(Plans.journal());
        until(() -> says("11 commands"));
    }

    @Test
    void on_the_kiosk_a_row_shows_its_details_over_the_page() {
        engine.steering.plan(Plans.on(3));
        engine.steering.journal(Plans.journal());
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        fire("#choice-JOURNAL");
        until(() -> there(".journal-row"));
        picture("automation-kiosk-dark-journal");
        fire(".journal-row");
        until(this::dialog);
        picture("automation-kiosk-dark-details");
        assertThat(says("Relu dans la batterie")).isTrue();
    }

    // The settings

    @Test
    void a_wrong_number_is_told_beside_its_field_and_can_not_be_saved() {
        desktop(Part.ADJUST);
        put("#target-field", "120");
        until(() -> says("A whole number from 1 to 100."));
        assertThat(disabled("#form-save")).isTrue();
        picture("automation-light-fault");
        put("#target-field", "95");
        until(() -> !disabled("#form-save"));
        assertThat(says("A whole number from 1 to 100.")).isFalse();
    }

    @Test
    void what_is_saved_holds_and_can_be_undone() {
        desktop(Part.ADJUST);
        put("#target-field", "90");
        onFx(() -> ((CheckBox) window().scene().lookup("#form-colour-white")).fire());
        fire("#form-save");
        until(() -> engine.settings().planning().targetSoc() == 90);
        assertThat(engine.settings().planning().colours())
                .containsExactlyInAnyOrder("RED", "WHITE");
        until(() -> says("Saved."));
        fire("#form-undo");
        until(() -> engine.settings().planning().targetSoc() == 100);
        assertThat(engine.settings().planning().colours()).containsExactly("RED");
        until(() -> says("As before."));
    }

    @Test
    void cancel_shows_again_what_holds() {
        desktop(Part.ADJUST);
        put("#power-field", "800");
        until(() -> !disabled("#form-cancel"));
        fire("#form-cancel");
        until(
                () ->
                        onFx(() -> ((TextField) window().scene().lookup("#power-field")).getText())
                                .equals("1000"));
        assertThat(disabled("#form-save")).isTrue();
    }

    @Test
    void turning_a_strategy_on_in_the_form_asks_first() {
        desktop(Part.ADJUST);
        fire("#choice-peak-shift");
        fire("#form-save");
        until(this::dialog);
        assertThat(engine.settings().planning().strategy()).isEqualTo("none");
        fire("#confirm");
        until(() -> engine.settings().planning().strategy().equals("peak-shift"));
    }

    @Test
    void what_the_environment_sets_is_shown_as_such() {
        engine.forcing("planning.target-soc", "PILOTEMPO_PLANNING_TARGET_SOC");
        desktop(Part.ADJUST);
        assertThat(
                        says(
                                "Set by the variable PILOTEMPO_PLANNING_TARGET_SOC; it can only be"
                                        + " changed there."))
                .isTrue();
        assertThat(onFx(() -> window().scene().lookup("#target-field").isDisabled())).isTrue();
    }

    private void put(String field, String text) {
        onFx(
                () -> {
                    window().layout();
                    ((TextField) window().scene().lookup(field)).setText(text);
                });
    }

    private boolean disabled(String id) {
        return onFx(() -> window().scene().lookup(id).isDisabled());
    }

    // The PIN

    @Test
    void on_the_kiosk_a_command_needs_the_pin_where_one_is_set() throws Exception {
        pin("2468");
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        tick();
        fire("#paused-sign");
        until(this::dialog);
        digits("1357");
        fire("#pin-enter");
        until(() -> text("#pin-told").equals("Code faux, 4 essais restants"));
        picture("automation-kiosk-dark-pin");
        assertThat(engine.steering.planCalls).isEmpty();
        digits("2468");
        fire("#pin-enter");
        until(() -> engine.steering.planCalls.equals(List.of("resume")));
        assertThat(dialog()).isFalse();
    }

    @Test
    void five_wrong_pins_pause_the_pad_even_when_it_is_opened_anew() throws Exception {
        pin("2468");
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        tick();
        fire("#paused-sign");
        for (int tries = 4; tries >= 0; tries--) {
            digits("1111");
            fire("#pin-enter");
            int left = tries;
            until(
                    () ->
                            left == 0
                                    ? text("#pin-told").contains("1\u00a0min")
                                    : text("#pin-told").contains(Integer.toString(left)));
        }
        fire("#pin-cancel");
        fire("#paused-sign");
        assertThat(onFx(() -> window().scene().lookup("#pin-2").isDisabled())).isTrue();
        engine.at(Plans.NOW.plusSeconds(61));
        tick();
        assertThat(onFx(() -> window().scene().lookup("#pin-2").isDisabled())).isFalse();
        digits("2468");
        fire("#pin-enter");
        until(() -> engine.steering.planCalls.equals(List.of("resume")));
    }

    @Test
    void a_pad_that_is_left_alone_goes_by_itself() throws Exception {
        pin("2468");
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        tick();
        fire("#paused-sign");
        until(this::dialog);
        for (int i = 0; i < 61; i++) {
            tick();
        }
        assertThat(dialog()).isFalse();
        assertThat(engine.steering.planCalls).isEmpty();
    }

    @Test
    void a_pin_that_can_not_be_read_lets_nothing_pass() throws Exception {
        engine.change(
                settings ->
                        settings.withUi(
                                settings.ui()
                                        .withKioskPin(
                                                Optional.of(
                                                        new pilotempo.settings.Secret("1234")))));
        engine.steering.plan(Plans.paused(Plans.on(3), null));
        open(Part.PLAN, Size.KIOSK, Locale.ENGLISH);
        tick();
        fire("#paused-sign");
        until(this::dialog);
        assertThat(text("#pin-told")).startsWith("The PIN in the settings can not be read.");
        assertThat(onFx(() -> window().scene().lookup("#pin-1").isDisabled())).isTrue();
    }

    private void pin(String digits) throws Exception {
        var hash = PinHash.of(digits, new Random(3)).written();
        engine.change(settings -> settings.withUi(settings.ui().withKioskPin(Optional.of(hash))));
    }

    private void digits(String digits) {
        until(() -> !onFx(() -> window().scene().lookup("#pin-1").isDisabled()));
        for (int i = 0; i < digits.length(); i++) {
            fire("#pin-" + digits.charAt(i));
        }
    }

    // The replay

    @Test
    void a_season_is_run_again_and_shown_as_chart_and_table() {
        engine.steering.backtest(report());
        desktop(Part.REPLAY);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(() -> there("#replay-chart"));
        picture("automation-replay-light");
        assertThat(says("201.80")).isTrue();
        assertThat(says("88.50")).isTrue();
        fire("#choice-PAID");
        picture("automation-replay-light-paid");
        fire("#choice-TABLE");
        until(() -> says("January 2025"));
        picture("automation-replay-light-table");
    }

    @Test
    void the_kiosk_shows_a_replay_too() {
        engine.steering.backtest(report());
        open(Part.REPLAY, Size.KIOSK, Locale.FRENCH);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(() -> there("#replay-chart"));
        picture("automation-replay-kiosk-dark");
        assertThat(there("#replay-csv")).isFalse();
    }

    @Test
    void a_replay_under_way_can_be_stopped() {
        var stopped = new AtomicBoolean();
        var begun = new CountDownLatch(1);
        engine.steering.backtesting(
                (strategy, season, progress) -> {
                    progress.accept(new Progress(120, 365));
                    begun.countDown();
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException cancelled) {
                        stopped.set(true);
                        throw cancelled;
                    }
                    throw new IllegalStateException("never ends by itself");
                });
        desktop(Part.REPLAY);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(() -> begun.getCount() == 0 && there("#replay-stop"));
        picture("automation-replay-light-running");
        fire("#replay-stop");
        until(stopped::get);
        assertThat(there("#replay-start")).isTrue();
    }

    @Test
    void what_can_not_be_calculated_is_told() {
        engine.steering.backtesting(
                (strategy, season, progress) -> {
                    throw new Refused(Refused.Problem.PRICES_UNKNOWN, "no price", season.label());
                });
        desktop(Part.REPLAY);
        until(() -> there("#replay-start"));
        fire("#replay-start");
        until(
                () ->
                        window().scene().getRoot().lookupAll(".banner").stream()
                                .anyMatch(
                                        node ->
                                                node instanceof Banner one
                                                        && one.words()
                                                                .contains(
                                                                        "its prices are not in the"
                                                                                + " table")));
    }

    @Test
    void without_a_known_season_nothing_can_be_run() {
        engine.noColours();
        desktop(Part.REPLAY);
        until(() -> says("No season known"));
        assertThat(there("#replay-start")).isFalse();
    }

    @Test
    void a_replay_is_saved_as_csv_with_a_line_a_month(@TempDir Path folder) throws Exception {
        desktop(Part.PLAN);
        var words =
                new ActionWords(
                        pilotempo.ui.component.Texts.of(ActionWords.BUNDLE, Locale.ENGLISH),
                        new pilotempo.ui.component.Formats(Locale.ENGLISH, engine.zone()));
        var csv = new ReplayCsv(report(), words.texts());
        var file = folder.resolve(csv.name());
        assertThat(file.getFileName()).hasToString("pilotempo-tempo-2024-09-01-2025-08-31.csv");
        long written = pilotempo.ui.component.WholeFile.write(csv, file, _ -> {});
        var lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        assertThat(written).isEqualTo(12);
        assertThat(lines).hasSize(13);
        assertThat(lines.getFirst())
                .isEqualTo(
                        "month,days,without_batteries_eur,auto_alone_eur,strategy_eur,"
                                + "saved_by_auto_eur,saved_eur,red_days,red_days_met");
        assertThat(lines.get(5))
                .isEqualTo("2025-01,31,160.0000,121.0000,81.0000,39.0000,79.0000,5,5");
    }

    private static BacktestReport report() {
        double[] auto = {4.1, 5.2, 7.4, 22, 39, 12, 6.3, 4.4, 3.8, 3.2, 3.1, 2.8};
        double[] saved = {5.8, 7.6, 12, 42, 79, 22, 9.6, 6.1, 5.2, 4.4, 4.2, 3.9};
        var months = new ArrayList<Month>();
        var first = YearMonth.of(2024, 9);
        for (int i = 0; i < 12; i++) {
            var month = first.plusMonths(i);
            var without = money(i == 4 ? 160 : 70 + 6 * Math.abs(6 - i));
            months.add(
                    new Month(
                            month,
                            month.lengthOfMonth(),
                            without,
                            without.subtract(money(auto[i])),
                            without.subtract(money(saved[i])),
                            i == 4 ? 5 : 0,
                            i == 4 ? 5 : 0));
        }
        var without = money(1240);
        var total =
                new Month(
                        first,
                        365,
                        without,
                        without.subtract(money(113.3)),
                        without.subtract(money(201.8)),
                        22,
                        22);
        return new BacktestReport(
                "tempo",
                LocalDate.of(2024, 9, 1),
                LocalDate.of(2025, 9, 1),
                false,
                3,
                15_360,
                2,
                months,
                total);
    }

    private static BigDecimal money(double euros) {
        return BigDecimal.valueOf(euros).setScale(4, java.math.RoundingMode.HALF_UP);
    }

    @Test
    void only_seasons_of_which_something_is_known_are_offered() {
        desktop(Part.PLAN);
        assertThat(Seasons.known(engine)).containsExactly(new TempoSeason(2025));
        engine.noColours();
        assertThat(Seasons.known(engine)).isEmpty();
    }
}
