package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.layout.Region;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.automation.PlanState;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.testing.PageTest;
import pilotempo.ui.testing.Pictures.Size;
import pilotempo.ui.testing.StillEngine;

/** The pages inside the window, in every variant, for people to judge. */
class AutomationPicturesTest extends PageTest {
    private static final Locale FR = Locale.FRENCH;
    private static final Locale EN = Locale.ENGLISH;

    record Shot(
            String name,
            StillEngine engine,
            PlanState plan,
            Part part,
            Size size,
            boolean dark,
            Locale locale) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Shot shot(
            String name, int batteries, PlanState plan, Part part, Size size, Locale locale) {
        var engine = StillEngine.of(batteries);
        if (plan.strategy().equals("none") && batteries > 0) {
            engine.steering.imagining(Plans.of(batteries));
        }
        return new Shot(
                "automation-" + name, engine, plan, part, size, name.contains("dark"), locale);
    }

    /** The night on which the clocks go back. */
    private static Shot autumn(String name, Size size) {
        var plan = Plans.on(Plans.autumn(3), Plans.standings(3));
        var shot = shot(name, 3, plan, Part.PLAN, size, FR);
        shot.engine().at(Plans.at("2025-10-25T18:42:00Z"));
        return shot;
    }

    /** Tomorrow is not published, and a battery's level is not known. */
    private static Shot unknown(String name, Size size) {
        var plan = Plans.on(Plans.blind(3), Plans.standings(3));
        var shot = shot(name, 3, plan, Part.PLAN, size, FR);
        shot.engine().tomorrowUnknown();
        return shot;
    }

    static Stream<Shot> shots() {
        var three = Plans.on(3);
        var desktop = Size.DESKTOP;
        var kiosk = Size.KIOSK;
        var morning = Plans.at("2026-01-07T05:00:00Z");
        var troubled = Plans.troubled(3, Standing.AWAY, Standing.TAKEN_OVER, Standing.REVERSED);
        return Stream.of(
                shot("light-en", 3, three, Part.PLAN, desktop, EN),
                shot("dark", 3, three, Part.PLAN, desktop, FR),
                shot("half-light", 3, three, Part.PLAN, Size.HALF, FR),
                shot("light-1", 1, Plans.on(1), Part.PLAN, desktop, FR),
                shot("light-8", 8, Plans.on(8), Part.PLAN, desktop, FR),
                shot("dark-10", 10, Plans.on(10), Part.PLAN, desktop, FR),
                shot("light-off", 3, PlanState.OFF, Part.PLAN, desktop, FR),
                shot("light-none", 0, PlanState.OFF, Part.PLAN, desktop, FR),
                shot("light-paused", 3, Plans.paused(three, morning), Part.PLAN, desktop, FR),
                shot("dark-trial", 3, Plans.trial(three, true), Part.PLAN, desktop, FR),
                shot("light-troubled-en", 3, troubled, Part.PLAN, desktop, EN),
                shot("dark-clock", 3, Plans.clockDoubted(three), Part.PLAN, desktop, FR),
                autumn("light-dst", desktop),
                autumn("kiosk-dark-dst", kiosk),
                unknown("light-unknown", desktop),
                unknown("kiosk-dark-unknown", kiosk),
                shot("kiosk-dark", 3, three, Part.PLAN, kiosk, FR),
                shot("kiosk-light-en", 3, three, Part.PLAN, kiosk, EN),
                shot("kiosk-dark-8", 8, Plans.on(8), Part.PLAN, kiosk, FR),
                shot("kiosk-dark-1", 1, Plans.on(1), Part.PLAN, kiosk, FR),
                shot("kiosk-dark-off", 3, PlanState.OFF, Part.PLAN, kiosk, FR),
                shot("kiosk-dark-paused", 3, Plans.paused(three, null), Part.PLAN, kiosk, FR),
                shot("kiosk-dark-trial", 3, Plans.trial(three, true), Part.PLAN, kiosk, FR),
                shot("kiosk-light-troubled", 3, troubled, Part.PLAN, kiosk, FR),
                shot("journal-light", 3, three, Part.JOURNAL, desktop, FR),
                shot("journal-kiosk-dark", 8, three, Part.JOURNAL, kiosk, FR),
                shot("adjust-light", 3, three, Part.ADJUST, desktop, FR),
                shot("adjust-dark-en", 3, PlanState.OFF, Part.ADJUST, desktop, EN),
                shot("adjust-kiosk-dark", 3, three, Part.ADJUST, kiosk, FR),
                shot("replay-light-empty", 3, three, Part.REPLAY, desktop, FR),
                shot("replay-kiosk-dark-empty", 3, three, Part.REPLAY, kiosk, FR));
    }

    @ParameterizedTest
    @MethodSource("shots")
    void every_variant_is_shown_and_fits(Shot shot) {
        shot.engine().steering.plan(shot.plan());
        shot.engine().steering.journal(Plans.journal());
        var opened =
                onFx(
                        () ->
                                new AutomationWindow(
                                        shot.engine(),
                                        shot.size(),
                                        shot.dark(),
                                        shot.locale(),
                                        shot.part()));
        try (var _ = new Closing(opened)) {
            boolean journal = shot.part() == Part.JOURNAL || shot.size() != Size.KIOSK;
            boolean listed = shot.part() == Part.PLAN || shot.part() == Part.JOURNAL;
            until(
                    () -> {
                        opened.layout();
                        return !(journal && listed)
                                || !opened.scene().getRoot().lookupAll(".journal-row").isEmpty();
                    });
            picture(opened.scene(), shot.name());
            assertThat(outside(opened)).as("buttons outside the window").isEmpty();
            if (shot.size() == Size.KIOSK) {
                assertThat(small(opened)).as("targets below 48 px").isEmpty();
            }
        }
    }

    private record Closing(AutomationWindow window) implements AutoCloseable {
        @Override
        public void close() {
            onFx(window::close);
        }
    }

    private static List<String> outside(AutomationWindow opened) {
        return onFx(
                () -> {
                    var wrong = new ArrayList<String>();
                    for (var button : buttons(opened)) {
                        var bounds = button.localToScene(button.getBoundsInLocal());
                        if (bounds.getMinX() < -1
                                || bounds.getMaxX() > opened.scene().getWidth() + 1) {
                            wrong.add(button + " " + bounds);
                        }
                    }
                    return wrong;
                });
    }

    private static List<String> small(AutomationWindow opened) {
        return onFx(
                () -> {
                    var wrong = new ArrayList<String>();
                    for (var button : buttons(opened)) {
                        boolean chip = button.getStyleClass().contains("plain-button");
                        if (!chip && (button.getHeight() < 48 || button.getWidth() < 48)) {
                            wrong.add(button + " " + button.getWidth() + "×" + button.getHeight());
                        }
                    }
                    return wrong;
                });
    }

    private static List<Region> buttons(AutomationWindow opened) {
        return opened.scene().getRoot().lookupAll(".button").stream()
                .filter(node -> node instanceof ButtonBase && seen(node))
                .map(Region.class::cast)
                .toList();
    }
}
