package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;
import pilotempo.engine.Engine;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.UiSettings.Language;
import pilotempo.settings.UiSettings.Theme;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

class SettingsViewTest extends PageTest {
    private static final String NEW_MAC = "02005e000015";

    private final List<Place> places = new ArrayList<>();

    private static String refused(String why) {
        return "Le fichier des réglages n’est pas correct\u00a0: " + why;
    }

    @Test
    void a_found_battery_is_added_under_the_name_that_was_typed() {
        var engine = StillEngine.of(2).finding(1);
        var scene = show(engine, Size.DESKTOP);
        fire(scene, "#search-start");
        until(() -> scene.lookup("#found-name-" + NEW_MAC) != null);
        assertThat(words(scene)).contains("déjà là\u00a0: Salon", "3 batteries ont répondu.");

        put(scene, "#found-name-" + NEW_MAC, "Atelier");
        fire(scene, "#found-add-" + NEW_MAC);

        until(() -> engine.settings().batteries().size() == 3);
        var added = engine.settings().batteries().getLast();
        assertThat(added.id()).isEqualTo("atelier");
        assertThat(added.host()).contains("192.0.2.41");
        assertThat(added.mac().orElseThrow().hex()).isEqualTo(NEW_MAC);
        until(() -> words(scene).contains("déjà là\u00a0: Atelier"));
    }

    @Test
    void a_refused_change_says_why_beside_the_name_and_keeps_what_was_typed() {
        var engine = StillEngine.of(1).finding(1);
        var scene = show(engine, Size.DESKTOP);
        fire(scene, "#search-start");
        until(() -> scene.lookup("#found-name-" + NEW_MAC) != null);
        put(scene, "#found-name-" + NEW_MAC, "Atelier");
        engine.refusing("Le fichier est en lecture seule.");

        fire(scene, "#found-add-" + NEW_MAC);

        until(() -> words(scene).contains(refused("Le fichier est en lecture seule.")));
        assertThat(text(scene, "#found-name-" + NEW_MAC)).isEqualTo("Atelier");
        assertThat(engine.settings().batteries()).hasSize(1);
        assertThat(scene.lookup("#found-add-" + NEW_MAC).isDisabled()).isFalse();
    }

    @Test
    void a_search_that_is_refused_says_so() {
        var scene = show(StillEngine.of(1).refusing("Le port 30000 est pris."), Size.DESKTOP);

        fire(scene, "#search-start");

        until(() -> words(scene).contains(refused("Le port 30000 est pris.")));
        assertThat(scene.lookup("#search-start").isVisible()).isTrue();
    }

    @Test
    void a_search_shows_what_answers_at_once_and_stops_when_asked_to() {
        var slow = new SlowSearch(StillEngine.of(1).finding(1));
        var scene = show(slow.engine(), Size.DESKTOP);
        clickOn("#search-start");
        until(() -> scene.lookup("#found-name-" + NEW_MAC) != null);
        assertThat(words(scene)).contains("Recherche en cours, encore 10\u00a0s");

        clickOn("#search-stop");

        until(() -> words(scene).contains("Recherche arrêtée."));
        until(slow.interrupted::get);
        assertThat(scene.lookup("#found-name-" + NEW_MAC)).isNotNull();
    }

    @Test
    void errors_of_the_address_stand_beside_their_fields_and_nothing_typed_is_lost() {
        var engine = StillEngine.of(1);
        var scene = show(engine, Size.DESKTOP);
        type("#address-name", "Atelier");
        type("#address-host", "192.0.2.999");
        type("#address-port", "70000");

        clickOn("#address-add");

        until(() -> words(scene).contains("Un port va de 1 à 65535."));
        assertThat(words(scene)).contains("Une adresse IP comme 192.168.1.20, ou un nom d’hôte.");
        assertThat(text(scene, "#address-name")).isEqualTo("Atelier");
        picture("settings-desktop-light-errors");

        type("#address-host", "192.0.2.13");
        type("#address-port", "30003");
        press(KeyCode.ENTER).release(KeyCode.ENTER);

        until(() -> engine.settings().batteries().size() == 2);
        assertThat(engine.settings().batteries().getLast().port()).isEqualTo(30003);
        until(() -> text(scene, "#address-host").isEmpty());
    }

    @Test
    void a_battery_is_removed_only_after_a_second_press_and_can_be_put_back() {
        var engine = StillEngine.of(3);
        var scene = show(engine, Size.DESKTOP);
        var before = engine.settings();
        fire(scene, "#remove-garage");
        until(() -> scene.lookup("#confirm-garage") != null);
        assertThat(engine.settings()).isEqualTo(before);
        picture("settings-desktop-light-confirm");

        fire(scene, "#confirm-garage");
        until(() -> ids(engine).equals(List.of("salon", "atelier")));
        until(() -> scene.lookup(".banner .button") != null);
        picture("settings-desktop-light-undo");

        fire(scene, ".banner .button");
        until(() -> engine.settings().equals(before));
        until(() -> scene.lookup("#remove-garage") != null);
    }

    @Test
    void a_battery_is_renamed_in_place_and_a_name_that_is_taken_is_refused_there() {
        var engine = StillEngine.of(2);
        var scene = show(engine, Size.DESKTOP);
        fire(scene, "#rename-garage");
        put(scene, ".fleet-row .name-field", "Salon");
        fire(scene, "#save-garage");
        until(() -> words(scene).contains("Une autre batterie porte ce nom."));

        put(scene, ".fleet-row .name-field", "Cave");
        fire(scene, "#save-garage");

        until(() -> engine.settings().batteries().getLast().name().equals("Cave"));
        assertThat(ids(engine)).containsExactly("salon", "garage");
        until(() -> words(scene).contains("Cave"));
    }

    @Test
    void a_test_asks_the_battery_again() {
        var engine = StillEngine.of(2);
        var scene = show(engine, Size.DESKTOP);

        fire(scene, "#test-garage");

        until(() -> engine.askedAgain.equals(List.of("garage")));
        assertThat(words(scene)).contains("demandée, réponse à venir");
    }

    @Test
    void the_list_follows_the_links_by_itself() {
        var engine = StillEngine.of(2);
        var scene = show(engine, Size.DESKTOP);
        assertThat(words(scene)).doesNotContain("aucune réponse");

        engine.silent("garage");

        until(() -> words(scene).contains("aucune réponse"));
    }

    @Test
    void language_and_theme_are_changed_in_the_settings_and_a_refusal_leaves_what_holds() {
        var engine = StillEngine.of(1);
        var scene = show(engine, Size.DESKTOP);

        fire(scene, "#choice-EN");
        until(() -> engine.settings().ui().language() == Language.EN);
        fire(scene, "#choice-DARK");
        until(() -> engine.settings().ui().theme() == Theme.DARK);
        engine.refusing("Non.");
        fire(scene, "#choice-FR");

        until(() -> words(scene).contains(refused("Non.")));
        assertThat(engine.settings().ui().language()).isEqualTo(Language.EN);
    }

    @Test
    void the_first_run_leads_in_three_steps_to_the_dashboard() {
        var engine = StillEngine.of(0).finding(2);
        var scene = show(engine, Size.DESKTOP);
        assertThat(words(scene)).contains("Activez l’API locale");
        picture("first-run-desktop-light-1");

        fire(scene, "#guide-next");
        until(() -> scene.lookup("#found-add-" + NEW_MAC) != null);
        assertThat(scene.lookup("#guide-next").isDisabled()).isTrue();
        picture("first-run-desktop-light-2");
        fire(scene, "#found-add-" + NEW_MAC);
        until(() -> !scene.lookup("#guide-next").isDisabled());
        assertThat(engine.settings().batteries().getFirst().name()).isEqualTo("Batterie 1");

        fire(scene, "#guide-next");
        until(() -> words(scene).contains("C’est prêt"));
        picture("first-run-desktop-light-3");
        fire(scene, "#guide-next");
        until(() -> places.equals(List.of(new Place.Home())));
    }

    @Test
    void targets_in_the_kiosk_are_big_enough() {
        var engine = StillEngine.of(2).finding(1);
        var scene = show(engine, Size.KIOSK);
        picture("settings-kiosk-dark");
        fire(scene, "#choice-add");
        until(() -> scene.lookup("#addPane").isVisible());
        fire(scene, "#search-start");
        until(() -> scene.lookup("#found-add-" + NEW_MAC) != null);
        picture("settings-kiosk-dark-add");
        fire(scene, "#choice-display");
        until(() -> scene.lookup("#displayPane").isVisible());
        picture("settings-kiosk-dark-display");
        fire(scene, "#choice-database");
        until(() -> scene.lookup("#databasePane").isVisible());
        picture("settings-kiosk-dark-database");
        fire(scene, "#choice-alerts");
        until(() -> scene.lookup("#alertsPane").isVisible());
        picture("settings-kiosk-dark-alerts");

        var small =
                onFx(
                        () ->
                                scene
                                        .getRoot()
                                        .lookupAll(".button, .toggle-button, .text-field")
                                        .stream()
                                        .filter(node -> node.isManaged() && node.isVisible())
                                        .map(node -> (Region) node)
                                        .filter(node -> node.getHeight() > 0)
                                        .filter(node -> node.getHeight() < 48)
                                        .toList());
        assertThat(small).isEmpty();
        assertThat(onFx(() -> scene.getRoot().lookupAll(".text-input")))
                .as("fields that a kiosk has no keyboard for")
                .isEmpty();
    }

    @Test
    void hours_temperature_and_levels_of_alerts_are_set_in_the_kiosk_without_a_keyboard() {
        var engine = StillEngine.of(1);
        var scene = show(engine, Size.KIOSK);
        fire(scene, "#choice-alerts");
        until(() -> scene.lookup("#alertsPane").isVisible());
        assertThat(scene.lookup("#alerts-save").isDisabled()).isTrue();
        press("Calme dès +");
        press("Basse sous +");
        press("Basse sous +");
        press("Pleine dès +");
        press("Chaude dès −");
        press("Enregistrer");

        until(() -> engine.settings().notifications().socLow().isPresent());
        var saved = engine.settings().notifications();
        assertThat(saved.quietHours()).isEqualTo("22:30-07:00");
        assertThat(saved.socLow()).contains(10);
        assertThat(saved.socFull()).contains(50);
        assertThat(saved.temperatureHigh()).isEqualTo(44);
        until(() -> says("Vaut dès maintenant"));
        picture("settings-kiosk-dark-alerts-saved");
    }

    @Test
    void the_database_is_saved_for_the_next_start_and_its_password_is_never_shown() {
        var engine = StillEngine.of(1);
        var scene = show(engine, Size.DESKTOP);
        put(scene, "#database-url", "192.0.2.40");
        fire(scene, "#database-save");
        until(() -> words(scene).stream().anyMatch(one -> one.contains("commence par jdbc")));

        put(scene, "#database-url", "jdbc:postgresql://192.0.2.40/pilotempo");
        put(scene, "#database-password", "hush");
        fire(scene, "#database-save");

        until(() -> engine.settings().database().password().isPresent());
        until(() -> words(scene).stream().anyMatch(one -> one.contains("prochain démarrage de")));
        assertThat(text(scene, "#database-password")).isEmpty();
        assertThat(engine.settings().database().password().orElseThrow().reveal())
                .isEqualTo("hush");
        picture(scene, "settings-desktop-light-database");
    }

    @Test
    void alerts_are_saved_and_what_may_hold_a_secret_is_never_shown() {
        var engine = StillEngine.of(1);
        var scene = show(engine, Size.DESKTOP);
        put(scene, "#alerts-quiet-hours", "late");
        fire(scene, "#alerts-save");
        until(() -> words(scene).stream().anyMatch(one -> one.contains("Écrivez deux heures")));

        put(scene, "#alerts-quiet-hours", "23:00-06:30");
        put(scene, "#telegram-bot-token", "1:hush");
        put(scene, "#telegram-chat-id", "-1007");
        fire(scene, "#alerts-save");

        until(() -> engine.settings().notifications().telegramBotToken().isPresent());
        until(() -> words(scene).stream().anyMatch(one -> one.contains("Vaut dès maintenant")));
        assertThat(text(scene, "#telegram-bot-token")).isEmpty();
        assertThat(text(scene, "#telegram-chat-id")).isEmpty();
        assertThat(engine.settings().notifications().quietHours()).isEqualTo("23:00-06:30");
        picture(scene, "settings-desktop-light-alerts");
    }

    @Test
    void pictures() {
        picture(show(StillEngine.of(3).silent("atelier"), Size.DESKTOP), "settings-desktop-light");
        var english = show(StillEngine.of(10), Size.DESKTOP, Locale.ENGLISH, true);
        onFx(() -> Pictures.save(english, "settings-desktop-dark-en"));
        picture(show(StillEngine.of(0), Size.KIOSK), "first-run-kiosk-dark");
        assertThat(words(english)).contains("Pergola");
    }

    /** An engine whose search tells what it found at once and then goes on until interrupted. */
    private static final class SlowSearch {
        private final AtomicBoolean interrupted = new AtomicBoolean();
        private final StillEngine still;

        SlowSearch(StillEngine still) {
            this.still = still;
        }

        Engine engine() {
            return (Engine)
                    Proxy.newProxyInstance(
                            Engine.class.getClassLoader(),
                            new Class<?>[] {Engine.class},
                            (proxy, method, arguments) -> {
                                Object result;
                                try {
                                    result = method.invoke(still, arguments);
                                } catch (InvocationTargetException failed) {
                                    throw failed.getCause();
                                }
                                if (method.getName().equals("discover")) {
                                    waitForEver();
                                }
                                return result;
                            });
        }

        private void waitForEver() throws InterruptedException {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException stopped) {
                interrupted.set(true);
                throw stopped;
            }
        }
    }

    private Scene show(Engine engine, Size size) {
        return show(engine, size, Locale.FRENCH, size == Size.KIOSK);
    }

    private Scene show(Engine engine, Size size, Locale locale, boolean dark) {
        var kiosk = size == Size.KIOSK;
        var still = context(StillEngine.of(0), locale, kiosk, dark, places::add);
        var context =
                new UiContext(
                        engine,
                        still.formats(),
                        kiosk,
                        dark,
                        still.navigator(),
                        still.work(),
                        still.fx(),
                        still.clockTick());
        var scene =
                open(
                        () -> {
                            var view = new SettingsView(context);
                            view.shown();
                            return framed(view.node(), kiosk);
                        },
                        size,
                        dark);
        onFx(() -> {});
        return scene;
    }

    /** A press without the pointer's way there, which takes its time. */
    private static void fire(Scene scene, String button) {
        onFx(() -> ((ButtonBase) scene.lookup(button)).fire());
    }

    private static void put(Scene scene, String field, String text) {
        onFx(() -> ((TextField) scene.lookup(field)).setText(text));
    }

    private void type(String field, String text) {
        clickOn(field);
        press(KeyCode.CONTROL, KeyCode.A).release(KeyCode.A, KeyCode.CONTROL);
        write(text, 0);
    }

    private static String text(Scene scene, String field) {
        return onFx(() -> ((TextField) scene.lookup(field)).getText());
    }

    private static List<String> ids(Engine engine) {
        return engine.settings().batteries().stream().map(BatterySettings::id).toList();
    }
}
