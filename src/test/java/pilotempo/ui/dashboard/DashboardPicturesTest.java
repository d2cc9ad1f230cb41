package pilotempo.ui.dashboard;

import java.util.Locale;
import javafx.scene.Scene;
import org.junit.jupiter.api.Test;
import pilotempo.ui.component.Stylesheets;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.WindowTest;

class DashboardPicturesTest extends WindowTest {
    @Test
    void pictures() throws Exception {
        take("three", StillEngine.of(3), 1184, 728, false, false);
        take("k-three", StillEngine.of(3), 800, 360, true, true);
    }

    private void take(String name, StillEngine engine, int w, int h, boolean kiosk, boolean dark) {
        var view =
                onFx(
                        () ->
                                new DashboardView(
                                        context(engine, Locale.FRENCH, kiosk, dark, place -> {})));
        onFx(view::shown);
        until(() -> true);
        org.testfx.util.WaitForAsyncUtils.sleep(500, java.util.concurrent.TimeUnit.MILLISECONDS);
        onFx(
                () -> {
                    var scene = new Scene((javafx.scene.Parent) view.node(), w, h);
                    Stylesheets.apply(scene, dark, kiosk);
                    Pictures.save(scene, "dash-" + name);
                    view.close();
                });
    }
}
