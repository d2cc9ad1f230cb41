package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import pilotempo.settings.UiSettings.Language;
import pilotempo.settings.UiSettings.Theme;
import pilotempo.ui.component.Place;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** Address, server, alerts, looks and the first run. */
class SettingsViewTest extends SettingsPageTest {
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
}
