package pilotempo.ui.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.control.Outcome;
import pilotempo.control.SlotLedger;
import pilotempo.planning.Plan;
import pilotempo.planning.PlannedAction;
import pilotempo.planning.Reason;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.StillEngine;

class ModeCardTest extends PageTest {
    private static final Set<DayOfWeek> WEEK = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);

    private final StillEngine engine = StillEngine.of(3);
    private final List<Place> went = new ArrayList<>();
    private @Nullable UiContext context;

    private void open(Locale locale, boolean kiosk, boolean dark) {
        var opened = context(engine, locale, kiosk, dark, went::add);
        context = opened;
        open(
                () -> {
                    var view = new BatteryView(opened, "salon");
                    view.shown();
                    return new StackPane(framed(view.node(), kiosk), opened.dialogs().node());
                },
                kiosk ? Pictures.Size.KIOSK : Pictures.Size.DESKTOP,
                dark);
    }

    private void written() {
        engine.steering.slots(
                new SlotLedger(
                        List.of(
                                written(
                                        2,
                                        "12:00",
                                        "14:00",
                                        EnumSet.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY),
                                        -800),
                                written(3, "07:00", "09:00", WEEK, 600)),
                        false));
    }

    private static SlotLedger.Written written(
            int number, String from, String to, Set<DayOfWeek> days, int watts) {
        return new SlotLedger.Written(
                number,
                new ManualSlot(number, LocalTime.parse(from), LocalTime.parse(to), days, watts),
                StillEngine.NOW.minus(Duration.ofDays(3)),
                true);
    }

    private void planned() {
        var from = StillEngine.NOW.plus(Duration.ofMinutes(143));
        var charge =
                new PlannedAction(
                        from,
                        from.plus(Duration.ofHours(6)),
                        "salon",
                        OperatingMode.PASSIVE,
                        -1000,
                        100,
                        Reason.of("charge.red"),
                        52.0,
                        100.0);
        var plan =
                new Plan(
                        "tempo",
                        StillEngine.NOW,
                        StillEngine.NOW.plus(Duration.ofHours(36)),
                        List.of(charge),
                        Optional.empty());
        engine.steering.plan(
                new pilotempo.automation.PlanState(
                        "tempo",
                        true,
                        false,
                        null,
                        false,
                        null,
                        false,
                        false,
                        Optional.of(plan),
                        List.of(),
                        Optional.empty()));
    }

    private boolean asked() {
        return onFx(() -> Objects.requireNonNull(context).dialogs().isOpen());
    }

    @Test
    void another_mode_is_asked_back_before_it_is_sent_and_its_end_is_told() {
        written();
        planned();
        open(Locale.FRENCH, false, false);
        until(() -> says("3 · 600"));
        picture("battery-desktop-light-fr-mode");
        press("IA");
        until(this::asked);
        picture("battery-desktop-light-fr-confirm");
        assertThat(engine.steering.orders).isEmpty();
        press("Passer en IA");
        until(() -> says("Vérifié"));
        assertThat(engine.steering.orders)
                .singleElement()
                .satisfies(order -> assertThat(order.command()).isEqualTo(new ModeCommand.Ai()));
        until(() -> says("Défaire"));
        picture("battery-desktop-light-fr-done");
        press("Défaire");
        until(() -> engine.steering.orders.size() == 2);
        assertThat(engine.steering.orders.getLast().command()).isEqualTo(new ModeCommand.Auto());
    }

    @Test
    void nothing_is_sent_when_the_user_thinks_better_of_it() {
        open(Locale.FRENCH, false, false);
        press("IA");
        until(this::asked);
        press("Annuler");
        until(() -> !asked());
        assertThat(engine.steering.orders).isEmpty();
    }

    @Test
    void a_power_for_a_while_goes_to_all_batteries_one_after_the_other() {
        open(Locale.ENGLISH, false, true);
        press("Passive");
        until(this::asked);
        picture("battery-desktop-dark-en-passive");
        press("Power +");
        clickOn("#confirm-all");
        press("Send");
        until(() -> engine.steering.orders.size() == 3);
        assertThat(engine.steering.orders)
                .extracting(order -> order.battery())
                .containsExactly("salon", "garage", "atelier");
        assertThat(engine.steering.orders.getLast().command())
                .isEqualTo(new ModeCommand.Passive(-1100, Duration.ofHours(1)));
    }

    @Test
    void the_first_that_fails_ends_the_row_and_says_why() {
        engine.steering.answering(
                order -> new Outcome(Outcome.Verdict.LOST, Optional.empty(), "no answer"));
        open(Locale.FRENCH, false, false);
        press("Passif");
        until(this::asked);
        clickOn("#confirm-all");
        press("Envoyer");
        until(() -> says("Ni réponse ni effet"));
        assertThat(engine.steering.orders).hasSize(1);
        assertThat(says("Défaire")).isFalse();
        picture("battery-desktop-light-fr-lost");
    }

    @Test
    void a_slot_over_midnight_is_written_as_two_and_says_which() {
        written();
        open(Locale.FRENCH, false, false);
        until(() -> says("3 · 600"));
        press("Modifier les créneaux");
        until(this::asked);
        picture("battery-desktop-light-fr-slots");
        clickOn("#slot-9");
        until(() -> says("créneau 9"));
        for (int i = 0; i < 4 * 15; i++) {
            press("De +");
        }
        for (int i = 0; i < 4 * 7; i++) {
            press("À −");
        }
        until(() -> says("le créneau 8 prend la suite"));
        picture("battery-desktop-light-fr-slot");
        press("L’écrire");
        until(() -> engine.steering.orders.size() == 2);
        assertThat(engine.steering.orders)
                .extracting(order -> ((ModeCommand.Manual) order.command()).slot())
                .extracting(ManualSlot::number, ManualSlot::from, ManualSlot::to)
                .containsExactly(
                        org.assertj.core.api.Assertions.tuple(
                                9, LocalTime.of(22, 0), LocalTime.of(23, 59)),
                        org.assertj.core.api.Assertions.tuple(
                                8, LocalTime.MIDNIGHT, LocalTime.of(2, 0)));
        until(() -> says("Défaire"));
        press("Défaire");
        until(() -> engine.steering.orders.size() == 5);
        assertThat(engine.steering.orders.subList(2, 5))
                .extracting(order -> order.command())
                .as("both slots and the mode that writing them had left")
                .containsExactly(
                        new ModeCommand.ClearSlot(9),
                        new ModeCommand.ClearSlot(8),
                        new ModeCommand.Auto());
    }

    @Test
    void a_slot_that_is_cleared_leaves_the_battery_in_its_mode() {
        written();
        open(Locale.FRENCH, false, false);
        until(() -> says("3 · 600"));
        press("Modifier les créneaux");
        until(this::asked);
        clickOn("#slot-3");
        until(() -> says("créneau 3"));
        press("L’effacer");
        until(() -> engine.steering.orders.size() == 2);
        assertThat(engine.steering.orders)
                .extracting(order -> order.command())
                .containsExactly(new ModeCommand.ClearSlot(3), new ModeCommand.Auto());
    }

    @Test
    void the_second_press_of_a_double_click_answers_no_question() {
        open(Locale.FRENCH, false, false);
        press("IA");
        until(this::asked);
        Node answer = lookup("#confirm-do").query();
        mouse(answer, 2);
        assertThat(asked()).isTrue();
        assertThat(engine.steering.orders).isEmpty();
        mouse(answer, 1);
        until(() -> engine.steering.orders.size() == 1);
    }

    private static void mouse(Node node, int clicks) {
        for (var type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
            boolean down = type == MouseEvent.MOUSE_PRESSED;
            var event =
                    new MouseEvent(
                            type,
                            5,
                            5,
                            0,
                            0,
                            MouseButton.PRIMARY,
                            clicks,
                            false,
                            false,
                            false,
                            false,
                            down,
                            false,
                            false,
                            false,
                            false,
                            true,
                            null);
            onFx(() -> Event.fireEvent(node, event));
        }
    }

    @Test
    void the_program_is_written_again_only_when_that_is_asked_and_confirmed() {
        written();
        open(Locale.FRENCH, false, false);
        until(() -> says("3 · 600"));
        press("Modifier les créneaux");
        until(this::asked);
        press("Tout réécrire");
        until(() -> says("Écrire 2 créneaux"));
        assertThat(engine.steering.orders).isEmpty();
        press("Écrire 2 créneaux");
        until(() -> engine.steering.orders.size() == 2);
    }

    @Test
    void the_kiosk_has_slots_and_a_way_to_another_mode() {
        written();
        planned();
        open(Locale.FRENCH, true, true);
        press("Créneaux");
        until(() -> says("2 créneaux"));
        picture("battery-kiosk-dark-fr-slots");
        press("Changer");
        until(this::asked);
        picture("battery-kiosk-dark-fr-change");
        clickOn("#mode-PASSIVE");
        until(() -> says("Décharger"));
        picture("battery-kiosk-dark-fr-passive");
        press("Annuler");
        press("Changer");
        clickOn("#mode-MANUAL");
        until(() -> says("libre"));
        picture("battery-kiosk-dark-fr-slot-list");
        clickOn("#slot-0");
        until(() -> says("L’écrire"));
        picture("battery-kiosk-dark-fr-slot");
    }
}
