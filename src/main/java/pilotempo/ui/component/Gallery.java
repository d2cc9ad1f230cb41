package pilotempo.ui.component;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import pilotempo.battery.OperatingMode;
import pilotempo.live.Diagnosis;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TempoColour;

/** Every shared control in its states, for whoever changes the style sheets. */
public final class Gallery {
    private static final List<Tone> DIRECTIONS =
            List.of(Tone.CHARGE, Tone.DISCHARGE, Tone.IDLE, Tone.ATTENTION, Tone.STALE);

    private final Words words;
    private final Formats formats;
    private final Palette palette;

    /** In a language and a theme. */
    public Gallery(Formats formats, boolean dark) {
        this.words = new Words(formats);
        this.formats = formats;
        this.palette = Palette.of(dark);
    }

    /** All of it, on one page. */
    public Parent node() {
        var page = new VBox(16, rings(), chips(), states(), controls());
        page.getChildren()
                .add(
                        Banner.of(
                                Tone.ERROR,
                                words.diagnosis(Diagnosis.UNREACHABLE),
                                words.advice(Diagnosis.UNREACHABLE)));
        var attention =
                Banner.of(
                        Tone.ATTENTION,
                        words.diagnosis(Diagnosis.SILENT),
                        words.advice(Diagnosis.SILENT));
        attention.setAction(words.whatToDo(), () -> {});
        page.getChildren().add(attention);
        page.setPadding(new Insets(24));
        return page;
    }

    private Node rings() {
        var row = new FlowPane(16, 16);
        double level = 61;
        for (var tone : DIRECTIONS) {
            var ring = new Ring();
            ring.setTicks(List.of(15.0, 95.0));
            ring.show(level, formats.number(level, 0), "%", tone);
            row.getChildren().add(new Card(ring, direction(tone), sparkline(tone)));
        }
        var full = new Ring();
        full.show(100.0, "100", "%", Tone.CHARGE);
        var unknown = new Ring();
        row.getChildren().addAll(new Card(full), new Card(unknown));
        return row;
    }

    private DirectionLabel direction(Tone tone) {
        var label = new DirectionLabel();
        label.show(tone, words.direction(tone));
        return label;
    }

    private Node sparkline(Tone tone) {
        var times = new long[60];
        var watts = new double[60];
        for (int i = 0; i < times.length; i++) {
            times[i] = i;
            watts[i] =
                    switch (tone) {
                        case CHARGE -> -900 - 60 * Math.sin(i / 3.0);
                        case IDLE -> 0;
                        case STALE -> 500 * Math.sin(i / 9.0);
                        default -> 400 + 200 * Math.sin(i / 5.0);
                    };
        }
        var line = new Sparkline();
        line.show(new Sparkline.Curve(times, watts, 0, 59, 1), palette);
        line.setPrefSize(140, 44);
        return line;
    }

    private Node chips() {
        var row = new HBox(12);
        row.setAlignment(Pos.CENTER_LEFT);
        for (boolean small : new boolean[] {false, true}) {
            for (var status : List.of(Status.CONFIRMED, Status.PROVISIONAL)) {
                for (var colour : TempoColour.values()) {
                    var chip = new TempoChip();
                    chip.setSmall(small);
                    chip.show(colour, status, words.colour(colour));
                    row.getChildren().add(chip);
                }
            }
            var unknown = new TempoChip();
            unknown.setSmall(small);
            row.getChildren().add(unknown);
        }
        return new Card(row);
    }

    private Node states() {
        var row = new FlowPane(12, 12);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getChildren().add(Tag.of(Tone.PLAIN, words.mode(OperatingMode.AUTO)));
        for (var tone : List.of(Tone.OK, Tone.ATTENTION, Tone.ERROR, Tone.STALE)) {
            row.getChildren().add(Tag.of(tone, tone.name().toLowerCase(Locale.ROOT)));
            var freshness = new FreshnessLabel();
            freshness.show(tone, words.ago(Duration.ofSeconds(8)));
            row.getChildren().add(freshness);
        }
        for (var watts : List.of(32.0, 520.0, 1240.0, 0.0)) {
            var arrow = new FlowArrow();
            arrow.show(watts, Tone.DISCHARGE, watts < 1000);
            row.getChildren().add(arrow);
        }
        for (var size : ValueLabel.Size.values()) {
            var value = new ValueLabel(size);
            value.show(formats.watts(1240.0), "W");
            row.getChildren().add(value);
        }
        var bar = new LevelBar();
        bar.show(52.0, Tone.DISCHARGE);
        row.getChildren().add(bar);
        return new Card(row);
    }

    private Node controls() {
        var accent = new Button(words.whatToDo(), Icon.SEARCH.node(18));
        accent.getStyleClass().add("accent");
        var danger = new Button(words.whatToDo());
        danger.getStyleClass().add("danger");
        var link = new Button(words.whatToDo(), Icon.NEXT.node(18));
        link.getStyleClass().add("link-button");
        var disabled = new Button(words.whatToDo());
        disabled.setDisable(true);
        var field = new TextField("30000");
        var row =
                new HBox(
                        12,
                        accent,
                        new Button(words.whatToDo()),
                        danger,
                        link,
                        disabled,
                        field,
                        new CheckBox(words.mode(OperatingMode.AUTO)),
                        new Label(formats.kwhWithUnit(7120.0)));
        row.setAlignment(Pos.CENTER_LEFT);
        return new Card(row);
    }
}
