package pilotempo.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.ui.testing.Pictures;
import pilotempo.ui.testing.WindowTest;

class GalleryTest extends WindowTest {
    private final Formats formats = new Formats(Locale.FRENCH, ZoneId.of("Europe/Paris"));

    @Test
    void pictures_of_every_control_in_both_themes_and_the_kiosk() {
        for (boolean dark : new boolean[] {false, true}) {
            var image =
                    onFx(
                            () ->
                                    Pictures.save(
                                            new Gallery(formats, dark).node(),
                                            Pictures.Size.DESKTOP,
                                            dark,
                                            "gallery-" + (dark ? "dark" : "light")));
            assertThat(image.getWidth()).isEqualTo(1280);
            assertThat(image.getPixelReader().getColor(2, 2)).isEqualTo(Palette.of(dark).get("bg"));
        }
        onFx(
                () ->
                        Pictures.save(
                                new Gallery(formats, true).node(),
                                Pictures.Size.KIOSK,
                                true,
                                "gallery-kiosk"));
    }
}
