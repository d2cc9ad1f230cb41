package pilotempo.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.Bounds;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.Test;
import pilotempo.ui.testing.WindowTest;

class ColumnsTest extends WindowTest {
    private final Region one = part();
    private final Region other = part();

    @Test
    void parts_stand_below_each_other_in_a_narrow_window_and_beside_each_other_again() {
        var columns =
                onFx(
                        () -> {
                            var made = new Columns();
                            made.setFrom(500);
                            made.setSpacing(16);
                            made.getColumns().setAll(one, other);
                            return made;
                        });
        var page = onFx(() -> new StackPane(columns));

        assertThat(placeIn(page, 600).getMinX()).isEqualTo(216);
        assertThat(placeIn(page, 400).getMinX()).isZero();
        assertThat(placeIn(page, 400).getMinY()).isEqualTo(66);
        assertThat(placeIn(page, 600).getMinX()).isEqualTo(216);
    }

    /** Where the second part stands. */
    private Bounds placeIn(StackPane page, double width) {
        return onFx(
                () -> {
                    page.resize(width, 300);
                    page.layout();
                    page.layout();
                    return other.getBoundsInParent();
                });
    }

    private static Region part() {
        var part = new Region();
        part.setMinSize(200, 50);
        return part;
    }
}
