package pilotempo.ui.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import pilotempo.ui.component.Stylesheets;

/** Takes pictures for people to judge, into {@code target/pictures}. FX thread. */
public final class Pictures {
    private static final Path FOLDER = Path.of("target", "pictures");

    private Pictures() {}

    /** Sizes that views are made for. */
    public enum Size {
        /** A window on a PC. */
        DESKTOP(1280, 800),
        /** Half a screen. */
        HALF(640, 800),
        /** A 7-inch touchscreen. */
        KIOSK(800, 480);

        private final int width;
        private final int height;

        Size(int width, int height) {
            this.width = width;
            this.height = height;
        }

        /** Width, px. */
        public int width() {
            return width;
        }

        /** Height, px. */
        public int height() {
            return height;
        }
    }

    /** Dresses a root in a theme and takes its picture in a scene of exactly that size. */
    public static WritableImage save(Parent root, Size size, boolean dark, String name) {
        var scene = new Scene(root, size.width, size.height);
        Stylesheets.apply(scene, dark, size == Size.KIOSK);
        return save(scene, name);
    }

    /** Takes the picture of a scene as it is. */
    public static WritableImage save(Scene scene, String name) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        var image = scene.snapshot(null);
        try {
            Files.createDirectories(FOLDER);
            ImageIO.write(
                    SwingFXUtils.fromFXImage(image, null),
                    "png",
                    FOLDER.resolve(name + ".png").toFile());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return image;
    }
}
