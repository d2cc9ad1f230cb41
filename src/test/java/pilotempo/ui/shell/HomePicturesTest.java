package pilotempo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import pilotempo.battery.Quantity;
import pilotempo.history.HistoryHealth;
import pilotempo.live.BatteryState;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Palette;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.ValueLabel;
import pilotempo.ui.dashboard.DashboardView;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillMoney;
import pilotempo.ui.testing.StillPlan;
import pilotempo.ui.testing.StillSync;
import pilotempo.ui.testing.WindowTest;

/** The home page inside the window, in every variant, for people to judge. */
class HomePicturesTest extends WindowTest {
    record Shot(String name, StillEngine engine, Pictures.Size size, boolean dark, Locale locale) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shot> shots() {
        var fr = Locale.FRENCH;
        var desktop = Pictures.Size.DESKTOP;
        var kiosk = Pictures.Size.KIOSK;
        var provisional = StillEngine.of(4).today(TempoColour.WHITE);
        return Stream.of(
                new Shot("home-light", acting(StillEngine.of(3)), desktop, false, fr),
                new Shot(
                        "home-light-en", acting(StillEngine.of(3)), desktop, false, Locale.ENGLISH),
                new Shot(
                        "home-dark-silent", StillEngine.of(3).silent("atelier"), desktop, true, fr),
                new Shot("home-light-stale", StillEngine.of(3).stale("garage"), desktop, false, fr),
                new Shot("home-light-1", StillEngine.of(1), desktop, false, fr),
                new Shot(
                        "home-dark-4",
                        provisional.tomorrowProvisional(TempoColour.BLUE),
                        desktop,
                        true,
                        fr),
                new Shot(
                        "home-light-8",
                        StillEngine.of(8)
                                .today(TempoColour.WHITE)
                                .tomorrowUnknown()
                                .with("serre", Quantity.PV_POWER_W, 310.0)
                                .silent("bureau"),
                        desktop,
                        false,
                        fr),
                new Shot("home-dark-10", acting(StillEngine.of(10)), desktop, true, fr),
                new Shot("home-dark-eve", eve(StillEngine.of(3)), desktop, true, fr),
                new Shot(
                        "kiosk-light-eve-en", eve(StillEngine.of(3)), kiosk, false, Locale.ENGLISH),
                new Shot("home-light-0", StillEngine.of(0), desktop, false, fr),
                new Shot(
                        "home-light-unknown",
                        StillEngine.of(2).noColours().neverSeen("garage"),
                        desktop,
                        false,
                        fr),
                new Shot(
                        "home-half-light",
                        acting(StillEngine.of(3)),
                        Pictures.Size.HALF,
                        false,
                        fr),
                new Shot("kiosk-dark", acting(StillEngine.of(3)), kiosk, true, fr),
                new Shot("kiosk-dark-en", acting(StillEngine.of(3)), kiosk, true, Locale.ENGLISH),
                new Shot("kiosk-dark-silent", StillEngine.of(3).silent("atelier"), kiosk, true, fr),
                new Shot("kiosk-dark-1", StillEngine.of(1), kiosk, true, fr),
                new Shot("kiosk-light-4", StillEngine.of(4).tomorrowUnknown(), kiosk, false, fr),
                new Shot(
                        "kiosk-dark-8",
                        StillEngine.of(8).with("serre", Quantity.PV_POWER_W, 310.0).silent("cave"),
                        kiosk,
                        true,
                        fr),
                new Shot("kiosk-dark-10", StillEngine.of(10), kiosk, true, fr),
                new Shot("kiosk-dark-0", StillEngine.of(0), kiosk, true, fr),
                new Shot(
                        "home-light-sync",
                        StillEngine.of(3)
                                .syncing(StillSync.catchingUp(12_480, Duration.ofHours(3))),
                        desktop,
                        false,
                        fr),
                new Shot(
                        "home-half-dark-sync-refused",
                        StillEngine.of(3).syncing(StillSync.refused()),
                        Pictures.Size.HALF,
                        true,
                        fr),
                new Shot(
                        "kiosk-dark-sync-refused",
                        StillEngine.of(3).syncing(StillSync.refused()),
                        kiosk,
                        true,
                        fr),
                new Shot(
                        "kiosk-light-not-recorded",
                        StillEngine.of(3).recording(new HistoryHealth(false, "disk full", null, 9)),
                        kiosk,
                        false,
                        fr));
    }

    private static StillEngine acting(StillEngine engine) {
        engine.steering.plan(StillPlan.acting(ids(engine)));
        return engine;
    }

    /** The night of a blue day before a red one: what is charged costs, and nothing is sent. */
    private static StillEngine eve(StillEngine engine) {
        engine.today(TempoColour.BLUE);
        engine.money.report(
                StillMoney.days(
                        List.of(
                                StillMoney.day(
                                        LocalDate.parse("2026-01-06"),
                                        TempoColour.BLUE,
                                        9_200,
                                        2_100,
                                        "1.1334",
                                        "0.3137"))));
        engine.steering.plan(StillPlan.paused(Instant.parse("2026-01-06T21:30:00Z"), ids(engine)));
        return engine;
    }

    private static String[] ids(StillEngine engine) {
        return engine.fleet().batteries().stream().map(BatteryState::id).toArray(String[]::new);
    }

    @ParameterizedTest
    @MethodSource("shots")
    void a_picture_of_each_variant(Shot shot) {
        var window = onFx(() -> window(shot));
        var scene = onFx(() -> window.scene(shot.size().width(), shot.size().height()));
        until(() -> moneyIsThere(scene));
        var image =
                onFx(
                        () -> {
                            window.tick();
                            return Pictures.save(scene, shot.name());
                        });
        onFx(window::close);
        assertThat(image.getWidth()).isEqualTo(shot.size().width());
        assertThat(image.getHeight()).isEqualTo(shot.size().height());
        assertThat(scene.getRoot().lookupAll(".header")).isNotEmpty();
        assertThat(image.getPixelReader().getColor(2, 2))
                .isEqualTo(Palette.of(shot.dark()).get("surface"));
    }

    private static MainWindow window(Shot shot) {
        boolean kiosk = shot.size() == Pictures.Size.KIOSK;
        var views = new HashMap<Class<? extends Place>, ViewFactory>();
        views.put(Place.Home.class, (place, context) -> new DashboardView(context));
        views.put(Place.Battery.class, (place, context) -> new BareView("battery"));
        views.put(Place.History.class, (place, context) -> new BareView("history"));
        views.put(Place.Tempo.class, (place, context) -> new BareView("tempo"));
        views.put(Place.Diagnostics.class, (place, context) -> new BareView("diagnostics"));
        views.put(Place.SettingsPage.class, (place, context) -> new BareView("settings"));
        return new MainWindow(
                shot.engine(),
                new WindowOptions(kiosk, shot.locale(), Optional.of(shot.dark())),
                Map.copyOf(views));
    }

    private static boolean moneyIsThere(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        boolean empty = scene.lookup(".empty-state") != null;
        boolean noMoney =
                scene.lookup(".flow-short") != null || scene.lookup(".tile-banner") != null;
        boolean brief =
                scene.lookup("#savingsBrief") instanceof Label label && !label.getText().isEmpty();
        boolean saved =
                scene.lookup("#saved") instanceof ValueLabel value
                        && !value.getNumber().equals("—");
        return empty || noMoney || brief || saved;
    }
}
