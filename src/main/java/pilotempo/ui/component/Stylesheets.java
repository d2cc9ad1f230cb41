package pilotempo.ui.component;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;

/**
 * Which style sheets make up a theme: AtlantaFX's Primer as the base, our tokens, our roles mapped
 * on AtlantaFX's colours, and for the kiosk one sheet that changes sizes only.
 */
public final class Stylesheets {
    private Stylesheets() {}

    /**
     * Dresses a scene. Its root gets the style class {@code kiosk} or {@code desktop}, and {@code
     * dark} or {@code light}, for the few rules of a view that differ.
     */
    public static void apply(Scene scene, boolean dark, boolean kiosk) {
        Fonts.load();
        scene.setUserAgentStylesheet(
                (dark ? new PrimerDark() : new PrimerLight()).getUserAgentStylesheet());
        scene.getStylesheets().setAll(of(dark, kiosk));
        var classes = scene.getRoot().getStyleClass();
        classes.removeAll("kiosk", "desktop", "dark", "light");
        classes.addAll(kiosk ? "kiosk" : "desktop", dark ? "dark" : "light");
    }

    /** The author sheets of a theme, in order. */
    public static List<String> of(boolean dark, boolean kiosk) {
        var sheets = new ArrayList<String>();
        sheets.add(url(dark ? "tokens-dark.css" : "tokens-light.css"));
        sheets.add(url("pilotempo.css"));
        if (kiosk) {
            sheets.add(url("kiosk.css"));
        }
        return List.copyOf(sheets);
    }

    private static String url(String sheet) {
        return Objects.requireNonNull(Stylesheets.class.getResource(sheet), sheet).toExternalForm();
    }
}
