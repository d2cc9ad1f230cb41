package pilotempo.ui.automation;

import javafx.scene.Scene;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import pilotempo.automation.PlanState;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.shell.MainWindow;
import pilotempo.ui.shell.ViewFactory;
import pilotempo.ui.shell.WindowOptions;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The page inside the window, in every variant, for people to judge. */
class AutomationPicturesTest extends PageTest {
    record Shot(
            String name, int batteries, PlanState plan, Size size, boolean dark, Locale locale) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shot> shots() {
        var fr = Locale.FRENCH;
        var en = Locale.ENGLISH;
        var desktop = Size.DESKTOP;
        var kiosk = Size.KIOSK;
        return Stream.of(
                new Shot("automation-light-en", 3, Plans.on(3), desktop, false, en),
                new Shot("automation-dark", 3, Plans.on(3), desktop, true, fr),
                new Shot("automation-half", 3, Plans.on(3), Size.HALF, false, fr),
                new Shot("automation-light-1", 1, Plans.on(1), desktop, false, fr),
                new Shot("automation-light-8", 8, Plans.on(8), desktop, false, fr),
                new Shot("automation-dark-10", 10, Plans.on(10), desktop, true, fr),
                new Shot("automation-light-off", 3, PlanState.OFF, desktop, false, fr),
                new Shot("automation-light-none", 0, PlanState.OFF, desktop, false, fr),
                new Shot(
                        "automation-light-paused",
                        3,
                        Plans.paused(Plans.on(3), Plans.at("2026-01-07T05:00:00Z")),
                        desktop,
                        false,
                        fr),
                new Shot(
                        "automation-dark-trial",
                        3,
                        Plans.trial(Plans.on(3), true),
                        desktop,
                        true,
                        fr),
                new Shot("automation-kiosk-dark", 3, Plans.on(3), kiosk, true, fr),
                new Shot("automation-kiosk-light-en", 3, Plans.on(3), kiosk, false, en),
                new Shot("automation-kiosk-dark-8", 8, Plans.on(8), kiosk, true, fr),
                new Shot("automation-kiosk-dark-1", 1, Plans.on(1), kiosk, true, fr),
                new Shot("automation-kiosk-dark-off", 3, PlanState.OFF, kiosk, true, fr),
                new Shot(
                        "automation-kiosk-dark-paused",
                        3,
                        Plans.paused(Plans.on(3), null),
                        kiosk,
                        true,
                        fr));
    }

    @ParameterizedTest
    @MethodSource("shots")
    void every_variant_is_shown(Shot shot) {
        var engine = StillEngine.of(shot.batteries());
        engine.steering.plan(shot.plan());
        engine.steering.journal(Plans.journal());
        var window =
                onFx(
                        () ->
                                new MainWindow(
                                        engine,
                                        new WindowOptions(
                                                shot.size() == Size.KIOSK,
                                                shot.locale(),
                                                Optional.of(shot.dark())),
                                        java.util.Map.<Class<? extends Place>, ViewFactory>of(
                                                Place.Home.class,
                                                (_, context) ->
                                                        AutomationView.of(Part.PLAN, context),
                                                Place.Automation.class,
                                                (_, context) ->
                                                        AutomationView.of(Part.PLAN, context))));
        Scene scene =
                onFx(
                        () -> {
                            var made = window.scene(shot.size().width(), shot.size().height());
                            window.go(new Place.Automation(Part.PLAN));
                            return made;
                        });
        until(
                () -> {
                    scene.getRoot().applyCss();
                    scene.getRoot().layout();
                    return shot.size() == Size.KIOSK
                            || !scene.getRoot().lookupAll(".journal-row").isEmpty();
                });
        onFx(() -> scene.getRoot().applyCss());
        picture(scene, shot.name());
        onFx(window::close);
    }
}
