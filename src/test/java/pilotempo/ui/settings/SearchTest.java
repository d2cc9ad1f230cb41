package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import pilotempo.engine.Engine;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** Looking for batteries on the network. */
class SearchTest extends SettingsPageTest {
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
}
