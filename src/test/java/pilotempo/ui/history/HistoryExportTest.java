package pilotempo.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files and pictures. */
class HistoryExportTest extends HistoryPage {
    @Test
    void the_export_goes_where_the_user_says(@TempDir Path folder) throws IOException {
        var file = folder.resolve("out.csv");
        open(
                Locale.FRENCH,
                false,
                false,
                (_, _, name) -> {
                    assertThat(name).isEqualTo("pilotempo-2025-12-31-2026-01-06.csv");
                    return Optional.of(file);
                });
        loaded();
        press("CSV");
        until(() -> says("lignes écrites dans out.csv"));
        picture("history-desktop-light-fr-exported");
        assertThat(file).hasContent("time,battery");
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void an_export_that_cannot_be_written_says_where_and_offers_another_try(@TempDir Path folder) {
        open(
                Locale.FRENCH,
                false,
                false,
                (_, _, name) -> Optional.of(folder.resolve("missing").resolve(name)));
        loaded();
        press("CSV");
        until(() -> says("n’a pas pu être écrit"));
        assertThat(lookup("Réessayer").queryAs(Button.class).isVisible()).isTrue();
        assertThat(lookup(".range-title").queryAs(Label.class).getText()).isNotEmpty();
    }

    @Test
    void the_chart_is_saved_as_a_picture_twice_as_sharp(@TempDir Path folder) throws IOException {
        var file = folder.resolve("chart.png");
        open(
                Locale.FRENCH,
                false,
                true,
                (_, _, name) -> {
                    assertThat(name).isEqualTo("pilotempo-2025-12-31-2026-01-06.png");
                    return Optional.of(file);
                });
        loaded();
        press("PNG");
        until(() -> says("Image enregistrée dans chart.png"));
        var image = javax.imageio.ImageIO.read(file.toFile());
        assertThat(image.getWidth()).isEqualTo(2_400);
        assertThat(image.getHeight()).isEqualTo(1_440);
        var colours = new java.util.HashSet<Integer>();
        for (int x = 0; x < image.getWidth(); x += 7) {
            colours.add(image.getRGB(x, 500));
        }
        assertThat(colours).hasSizeGreaterThan(3);
        Files.copy(
                file,
                Path.of("target", "pictures", "history-exported.png"),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        try (var left = Files.list(folder)) {
            assertThat(left).containsExactly(file);
        }
    }

    @Test
    void a_cancelled_export_leaves_nothing_behind(@TempDir Path folder) throws IOException {
        past.exporting = new CountDownLatch(1);
        open(Locale.FRENCH, false, false, (_, _, _) -> Optional.of(folder.resolve("out.csv")));
        loaded();
        press("CSV");
        until(() -> says("Export : 7 lignes écrites"));
        picture("history-desktop-light-fr-exporting");
        press("Annuler");
        until(() -> isEmpty(folder));
        assertThat(says("lignes écrites")).isFalse();
    }
}
