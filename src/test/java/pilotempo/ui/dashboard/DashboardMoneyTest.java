package pilotempo.ui.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import pilotempo.cost.StoredEnergy;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.ValueLabel;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillMoney;
import pilotempo.ui.testing.StillPlan;

/** The next action and the money on the home page, as they change. */
class DashboardMoneyTest extends PageTest {
    private final StillEngine engine = StillEngine.of(3);
    private final List<Place> went = new CopyOnWriteArrayList<>();

    @Test
    void savings_are_asked_for_in_the_background_and_again_a_minute_later() {
        var scene = show(Size.DESKTOP);
        until(() -> number(scene, "#saved").equals("4,57"));
        assertThat(number(scene, "#stored")).isEqualTo("5,02");

        engine.money.report(
                StillMoney.days(
                        List.of(
                                StillMoney.day(
                                        java.time.LocalDate.parse("2026-01-06"),
                                        TempoColour.RED,
                                        0,
                                        8000,
                                        "0",
                                        "5.1744"))));
        onFx(clockTick::send);
        assertThat(engine.money.asked).hasSize(1); // within the minute nobody asks again
        engine.at(StillEngine.NOW.plusSeconds(60));
        onFx(clockTick::send);

        until(() -> number(scene, "#saved").equals("5,17"));
        assertThat(engine.money.asked).hasSize(2);
    }

    @Test
    void a_history_that_cannot_be_read_is_said_and_no_number_is_invented() {
        engine.money.broken();
        var scene = show(Size.DESKTOP);
        until(() -> text(scene, "#savingsNote").equals("Coûts illisibles\u00a0: voir Diagnostic."));
        assertThat(number(scene, "#saved")).isEqualTo("—");
    }

    @Test
    void the_next_action_follows_the_plan_at_once() {
        var scene = show(Size.DESKTOP);
        until(() -> text(scene, "#nextHeadline").equals("Les batteries décident seules"));

        engine.steering.plan(StillPlan.acting("salon", "garage", "atelier"));
        until(() -> text(scene, "#nextHeadline").startsWith("Charger"));
        assertThat(onFx(() -> scene.lookup("#nextTag").isVisible())).isFalse();

        engine.steering.plan(
                StillPlan.paused(
                        Instant.parse("2026-01-06T21:30:00Z"), "salon", "garage", "atelier"));
        until(() -> scene.lookup("#nextTag").isVisible());
        assertThat(text(scene, "#nextTag")).isEqualTo("Suspendu");
    }

    @Test
    void the_kiosk_tells_action_and_money_in_one_tile() {
        engine.steering.plan(StillPlan.acting("salon", "garage", "atelier"));
        engine.money.stored(
                new StoredEnergy(1000.0, null, java.time.LocalDate.parse("2026-01-07"), List.of()));
        var scene = show(Size.KIOSK);
        until(() -> text(scene, "#savingsBrief").contains("4,57"));
        assertThat(text(scene, "#savingsBrief")).endsWith("stocké 1,00\u00a0kWh");
        assertThat(text(scene, "#nextTime")).isEqualTo("22:05–01:46");
    }

    @Test
    void the_next_action_leads_to_the_plan_by_click_touch_and_key() {
        var plan = new Place.Automation(Place.Automation.Part.PLAN);
        var desktop = show(Size.DESKTOP);
        until(() -> desktop.lookup("#nextCard") != null);
        clickOn("#nextHeadline");
        until(() -> went.equals(List.of(plan)));

        onFx(() -> desktop.lookup("#nextCard").requestFocus());
        type(KeyCode.ENTER);
        until(() -> went.equals(List.of(plan, plan)));

        var kiosk = show(Size.KIOSK);
        until(() -> kiosk.lookup("#nextCard") != null);
        assertThat(onFx(() -> ((Region) kiosk.lookup("#nextCard")).getHeight()))
                .isGreaterThanOrEqualTo(48);
        clickOn("#nextCard");
        until(() -> went.size() == 3);
    }

    private Scene show(Size size) {
        boolean kiosk = size == Size.KIOSK;
        return open(
                () -> {
                    var view =
                            new DashboardView(
                                    context(engine, Locale.FRENCH, kiosk, false, went::add));
                    view.shown();
                    return framed(view.node(), kiosk);
                },
                size,
                false);
    }

    private static String number(Scene scene, String selector) {
        return onFx(
                () -> scene.lookup(selector) instanceof ValueLabel value ? value.getNumber() : "");
    }

    private static String text(Scene scene, String selector) {
        return onFx(() -> scene.lookup(selector) instanceof Label label ? label.getText() : "");
    }
}
