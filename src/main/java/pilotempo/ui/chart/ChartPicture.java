package pilotempo.ui.chart;

import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.Label;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Stylesheets;

/** A chart as a picture for other programs: title, range, legend, curves, twice as sharp. */
public final class ChartPicture {
    /** Pixels a unit of length. */
    public static final int SCALE = 2;

    private static final double WIDTH = 1200;
    private static final double HEIGHT = 720;

    private ChartPicture() {}

    /**
     * Draws it. FX thread; takes about as long as two repaints.
     *
     * @param title what it shows
     * @param range of when
     */
    public static WritableImage of(
            ChartModel model, String title, String range, Formats formats, boolean dark) {
        var heading = new Label(title);
        heading.getStyleClass().add("page-title");
        var when = new Label(range);
        when.getStyleClass().addAll("muted", "picture-range");
        var chart = new HistoryChart(formats, false, dark, SCALE);
        chart.show(model);
        VBox.setVgrow(chart, Priority.ALWAYS);
        var page = new VBox(heading, when, chart);
        page.getStyleClass().add("chart-picture");
        var sheet = Objects.requireNonNull(ChartPicture.class.getResource("chart.css"));
        page.getStylesheets().add(sheet.toExternalForm());
        var scene = new Scene(page, WIDTH, HEIGHT);
        Stylesheets.apply(scene, dark, false);
        page.applyCss();
        page.resize(WIDTH, HEIGHT);
        page.layout();
        var how = new SnapshotParameters();
        how.setTransform(new Scale(SCALE, SCALE));
        return page.snapshot(how, null);
    }
}
