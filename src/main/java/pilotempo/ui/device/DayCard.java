package pilotempo.ui.device;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.ui.chart.HistoryChart;
import pilotempo.ui.component.BackgroundWork;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.UiContext;

/** A battery's day as a chart, with the days before and after. */
final class DayCard {
    private static final Duration REFRESH = Duration.ofMinutes(1);

    private final UiContext context;
    private final Texts texts;
    private final HistoryChart chart;
    private final StackPane message = new StackPane();
    private final Tag busy;
    private final Label date = new Label();
    private final Button earlier;
    private final Button later;
    private final HBox days;
    private final StackPane body;
    private final PauseTransition patience = new PauseTransition(javafx.util.Duration.millis(150));
    private LocalDate day;
    private boolean today = true;
    private @Nullable Mac battery;
    private @Nullable Instant asked;
    private BackgroundWork.@Nullable Job job;

    DayCard(UiContext context, Texts texts) {
        this.context = context;
        this.texts = texts;
        day = now();
        chart = new HistoryChart(context.formats(), context.kiosk(), context.dark());
        earlier = arrow(Icon.PREVIOUS, texts.get("earlier"), -1);
        later = arrow(Icon.NEXT, texts.get("later"), 1);
        date.getStyleClass().addAll("strong", "range-title");
        date.setMinWidth(Region.USE_PREF_SIZE);
        days = new HBox(context.kiosk() ? 8 : 12, earlier, date, later);
        days.setAlignment(Pos.CENTER_RIGHT);
        busy = Tag.of(Tone.PLAIN, texts.get("loading"));
        busy.getStyleClass().add("busy");
        busy.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        busy.setVisible(false);
        message.setVisible(false);
        body = new StackPane(chart, message, busy);
        body.setMinHeight(0);
        VBox.setVgrow(body, Priority.ALWAYS);
        patience.setOnFinished(_ -> busy.setVisible(true));
        show();
    }

    private Button arrow(Icon icon, String words, int days) {
        var button = new Button("", icon.node(20));
        button.getStyleClass().add("square-button");
        button.setAccessibleText(words);
        button.setOnAction(_ -> move(days));
        return button;
    }

    /** The arrows and the date between them. */
    HBox days() {
        return days;
    }

    /** The chart, or why there is none. */
    StackPane body() {
        return body;
    }

    /** Whose day; the same one again loads only when a minute has passed. */
    void show(@Nullable Mac mac) {
        boolean other = mac != null && !mac.equals(battery);
        battery = mac;
        if (mac == null) {
            say(Icon.CHART, "day.unknown");
            return;
        }
        var now = context.engine().now();
        boolean due = asked == null || Duration.between(asked, now).abs().compareTo(REFRESH) >= 0;
        if (today && !day.equals(now())) {
            day = now();
            show();
            load();
        } else if (other || (due && job == null && (today || asked == null))) {
            load();
        }
    }

    void stop() {
        if (job != null) {
            job.cancel();
            job = null;
        }
        patience.stop();
        busy.setVisible(false);
        asked = null;
    }

    private void move(int by) {
        day = day.plusDays(by);
        today = day.equals(now());
        show();
        load();
    }

    private void show() {
        date.setText(context.formats().shortDate(day));
        later.setDisable(!day.isBefore(now()));
    }

    private void load() {
        var mac = battery;
        if (mac == null) {
            return;
        }
        stop();
        asked = context.engine().now();
        patience.playFromStart();
        var wanted = new DayLoad(mac, day, texts);
        job =
                context.work()
                        .start(() -> wanted.read(context.engine()), this::loaded, _ -> failed());
    }

    private void loaded(DayLoad.Loaded loaded) {
        arrived();
        ZoneId zone = context.engine().zone();
        earlier.setDisable(!day.isAfter(loaded.first().atZone(zone).toLocalDate()));
        if (loaded.empty()) {
            say(Icon.CHART, "day.empty");
            return;
        }
        message.setVisible(false);
        chart.setVisible(true);
        chart.show(loaded.chart());
    }

    private void failed() {
        arrived();
        say(Icon.ERROR, "day.failed").setAction(Icon.REFRESH, texts.get("retry"), this::load);
    }

    private void arrived() {
        job = null;
        patience.stop();
        busy.setVisible(false);
    }

    private EmptyState say(Icon icon, String key) {
        var words = EmptyState.of(icon, texts.get(key + ".title"), texts.get(key + ".sentence"));
        words.getStyleClass().add("inside");
        message.getChildren().setAll(words);
        message.setVisible(true);
        chart.setVisible(false);
        return words;
    }

    private LocalDate now() {
        return context.engine().now().atZone(context.engine().zone()).toLocalDate();
    }
}
