package pilotempo.ui.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.Test;
import pilotempo.alert.AlertWords;
import pilotempo.history.AlertEntry;
import pilotempo.live.Diagnosis;
import pilotempo.live.Harm;
import pilotempo.live.HarmSign;
import pilotempo.live.RawReply;
import pilotempo.live.RestTest;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillSync;

class DiagnosticsViewTest extends PageTest {
    private static final String REPLY =
            """
            {"id":4127,"src":"VenusE 3.0-02005e000001","result":{"id":0,"bat_soc":52,\
            "bat_cap":5120,"pv_power":0,"ongrid_power":520,"offgrid_power":0,\
            "total_pv_energy":0,"total_grid_output_energy":15377,\
            "total_grid_input_energy":18214,"total_load_energy":0}}\
            """;

    private final List<Place> places = new ArrayList<>();

    @Test
    void what_needs_something_is_shown_first_with_its_steps() {
        var scene = show(StillEngine.of(3).silent("garage"), "", Size.DESKTOP, false);

        assertThat(words(scene, "#detail .label"))
                .contains("Garage", "Que faire")
                .anyMatch(words -> words.contains("activez «\u00a0API locale\u00a0»"));
    }

    @Test
    void a_battery_is_asked_again_and_the_press_is_answered() {
        var engine = StillEngine.of(3).silent("garage");
        var scene = show(engine, "garage", Size.DESKTOP, false);

        clickOn("#ask-again");

        until(() -> engine.askedAgain.equals(List.of("garage")));
        assertThat(words(scene, "#again-said").getFirst()).contains("toutes les 5\u00a0s");
    }

    @Test
    void a_server_out_of_reach_is_shown_first_and_tried_again_by_its_button() {
        var engine = StillEngine.of(3).syncing(StillSync.refused());
        var scene = show(engine, "", Size.DESKTOP, false);

        assertThat(words(scene, "#detail .label")).contains("Base distante", "Prochain essai");
        clickOn("#ask-again");

        until(() -> engine.syncTried.get() == 1);
        picture(scene, "diagnostics-desktop-light-sync");
        var kiosk = show(StillEngine.of(2).syncing(StillSync.refused()), ":sync", Size.KIOSK, true);
        picture(kiosk, "diagnostics-kiosk-dark-sync");
    }

    @Test
    void batteries_that_charge_each_other_are_told_as_the_alert_tells_it() {
        var engine = StillEngine.of(3);
        var alert =
                new AlertEntry(
                        UUID.randomUUID(),
                        "charging-each-other",
                        null,
                        StillEngine.NOW.minusSeconds(7200),
                        null,
                        false,
                        false,
                        List.of(
                                "b:salon",
                                "b:garage",
                                "n:WATTS 600.0",
                                "n:WATT_HOURS 1200.0",
                                "n:WATT_HOURS 240.0",
                                "n:EURO 0.04",
                                "n:WATT_HOURS 2880.0",
                                "n:EURO 0.47",
                                "v:much"));
        engine.alerts().set(List.of(alert));
        var scene = show(engine, ":together", Size.DESKTOP, false);

        var told = new AlertWords(Locale.FRENCH, engine.settings()).begun(alert);
        assertThat(words(scene, "#detail .label"))
                .contains(told.title(), told.sentence(), "Que faire")
                .anyMatch(words -> words.contains("1,2\u00a0kWh ont tourné en rond"))
                .anyMatch(words -> words.contains("0,04\u00a0€ aux prix de ces moments"));
        picture(scene, "diagnostics-desktop-light-together");
        picture(show(engine, ":together", Size.KIOSK, true), "diagnostics-kiosk-dark-together");

        engine.alerts().set(List.of());
        until(() -> words(scene, ".check-row .strong").stream().noneMatch(told.title()::equals));
    }

    @Test
    void a_battery_that_asking_hurts_says_so_and_is_put_to_rest_by_its_button() {
        var signs = Map.of(HarmSign.METER_LOST, 3, HarmSign.MODE_FLIPPED, 1);
        var engine =
                StillEngine.of(3).harm("garage", new Harm(signs, 4, HarmSign.METER_LOST, null));
        var scene = show(engine, "garage", Size.DESKTOP, false);

        assertThat(words(scene, "#detail .label"))
                .anyMatch(words -> words.contains("compteur perdu 3 fois, un mode"))
                .anyMatch(words -> words.contains("4 fois moins souvent"));
        picture(scene, "diagnostics-desktop-light-harm");
        clickOn("#rest-test");
        until(() -> engine.rested.equals(List.of("garage")));

        var rest =
                new RestTest(
                        StillEngine.NOW.minusSeconds(600),
                        StillEngine.NOW.plusSeconds(1200),
                        null,
                        new RestTest.Condition(12.0, false, 4),
                        null);
        engine.harm("garage", new Harm(signs, 4, HarmSign.METER_LOST, rest));
        until(
                () ->
                        scene.lookup("#rest-test") instanceof Button button
                                && button.getText().equals("Reprendre maintenant"));
        clickOn("#rest-test");
        until(() -> engine.rested.isEmpty());
        var kiosk =
                show(
                        StillEngine.of(2)
                                .harm("garage", new Harm(signs, 4, HarmSign.METER_LOST, rest)),
                        "garage",
                        Size.KIOSK,
                        true);
        picture(kiosk, "diagnostics-kiosk-dark-harm");
    }

    @Test
    void all_batteries_are_asked_again_by_one_button() {
        var engine = StillEngine.of(3);
        show(engine, "", Size.DESKTOP, false);

        clickOn("#askAll");

        until(() -> engine.askedAgain.equals(List.of("salon", "garage", "atelier")));
    }

    @Test
    void a_raw_reply_is_copied_as_the_device_sent_it() {
        var engine = engineWithReplies();
        var scene = show(engine, "salon", Size.DESKTOP, false);
        var text = (TextArea) scene.lookup("#raw-text");
        clickOn("ES.GetStatus");
        until(() -> text.getText().equals(REPLY));

        clickOn("#raw-copy");

        until(() -> REPLY.equals(Clipboard.getSystemClipboard().getString()));
    }

    @Test
    void a_link_that_recovers_shows_so_without_a_press() {
        var engine = StillEngine.of(1).silent("salon");
        var scene = show(engine, "salon", Size.DESKTOP, false);
        var well = StillEngine.of(1).fleet().batteries().getFirst();

        engine.change("salon", state -> well);

        until(() -> !words(scene, "#detail .label").contains("n’a jamais répondu"));
        assertThat(words(scene, "#detail .label")).contains("répond en 180\u00a0ms");
    }

    @Test
    void without_a_battery_the_page_leads_to_the_settings() {
        var scene = show(StillEngine.of(0), "", Size.DESKTOP, false);

        assertThat(words(scene, ".empty-state .label")).contains("Aucune batterie pour l’instant");
        clickOn("Ouvrir les réglages");

        until(() -> places.equals(List.of(new Place.SettingsPage())));
    }

    @Test
    void pictures() {
        var engine = engineWithReplies().silent("garage").silent("atelier", Diagnosis.BUSY);
        picture(show(engine, "", Size.DESKTOP, false), "diagnostics-desktop-light");
        picture(show(engine, "salon", Size.DESKTOP, true), "diagnostics-desktop-dark");
        picture(show(StillEngine.of(0), "", Size.DESKTOP, false), "diagnostics-desktop-light-none");
        picture(
                show(StillEngine.of(10).silent("serre"), "", Size.DESKTOP, false),
                "diagnostics-desktop-light-10");
        var kiosk = show(engine, "", Size.KIOSK, true);
        picture(kiosk, "diagnostics-kiosk-dark");
        clickOn("#choice-link");
        until(() -> kiosk.lookup("#linkPane").isVisible());
        picture(kiosk, "diagnostics-kiosk-dark-link");
        clickOn("#choice-raw");
        until(() -> kiosk.lookup("#raw").isVisible());
        picture(kiosk, "diagnostics-kiosk-dark-raw");
        assertThat(words(kiosk, "#checkRows .label")).contains("Garage");
    }

    private static StillEngine engineWithReplies() {
        return StillEngine.of(3)
                .change(
                        "salon",
                        state ->
                                state.withRaw(
                                                new RawReply(
                                                        "ES.GetStatus",
                                                        StillEngine.NOW.minusSeconds(8),
                                                        REPLY))
                                        .withRaw(
                                                new RawReply(
                                                        "Bat.GetStatus",
                                                        StillEngine.NOW.minusSeconds(200),
                                                        "{\"id\":4120,\"result\":{}}")));
    }

    private Scene show(StillEngine engine, String battery, Size size, boolean dark) {
        var kiosk = size == Size.KIOSK;
        var scene =
                open(
                        () -> {
                            var view =
                                    new DiagnosticsView(
                                            context(
                                                    engine,
                                                    Locale.FRENCH,
                                                    kiosk,
                                                    dark,
                                                    places::add),
                                            battery);
                            view.shown();
                            return framed(view.node(), kiosk);
                        },
                        size,
                        dark);
        until(() -> !words(scene, "#detail .label").isEmpty());
        return scene;
    }
}
