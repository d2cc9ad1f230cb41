package pilotempo.ui.settings;

import java.time.LocalTime;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Stepper;
import pilotempo.ui.component.Texts;

/** When alerts are told, without a keyboard: hours, temperature and levels by buttons. */
final class KioskAlerts {
    private static final int STEP_MINUTES = 30;
    private static final int LAST_MINUTE = 24 * 60 - STEP_MINUTES;
    private static final int STEP_PERCENT = 5;

    /** One step below the least level that can be told. */
    private static final int LOW_OFF = 0;

    private static final int FULL_OFF = 45;

    private final Changes changes;
    private final Texts texts;
    private final Stepper from;
    private final Stepper to;
    private final Stepper hot;
    private final Stepper low;
    private final Stepper full;
    private final Label noQuiet = new Label();
    private final Label refusal = new Label();
    private final Label said = new Label();
    private final Button save = new Button();
    private final VBox node;

    KioskAlerts(Changes changes) {
        this.changes = changes;
        texts = changes.texts();
        var formats = changes.context().formats();
        from = clock("kiosk.quiet.from");
        to = clock("kiosk.quiet.to");
        hot =
                new Stepper(
                        texts.get("kiosk.hot"),
                        20,
                        90,
                        1,
                        celsius -> formats.celsiusWithUnit((double) celsius));
        low = level("kiosk.low", LOW_OFF, 95, formats);
        full = level("kiosk.full", FULL_OFF, 100, formats);
        noQuiet.getStyleClass().addAll("muted", "secondary");
        noQuiet.setText(texts.get("kiosk.quiet.none"));
        refusal.getStyleClass().add("field-error");
        refusal.setWrapText(true);
        said.getStyleClass().addAll("strong", "secondary");
        save.setId("alerts-save");
        save.setText(texts.get("database.save"));
        save.setGraphic(Icon.CHECK.node(18));
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setOnAction(_ -> save());
        for (var stepper : new Stepper[] {from, to, hot, low, full}) {
            stepper.onChange(_ -> changed());
        }
        fill();
        node = new VBox(when(), where());
        node.getStyleClass().add("settings-columns");
    }

    Node node() {
        return node;
    }

    private Card when() {
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var last = new HBox(12, refusal, said, space, save);
        last.setAlignment(Pos.CENTER_LEFT);
        return new Card(
                line("kiosk.quiet", noQuiet, from, new Label("→"), to),
                line("kiosk.hot", hot),
                line("kiosk.low", low, new Label(texts.get("kiosk.full")), full),
                last);
    }

    private Card where() {
        var now = changes.context().engine().settings().notifications();
        return new KioskFacts(texts, "kiosk.channels")
                .with("alerts.token", now.telegramBotToken().isPresent())
                .with("alerts.chat", now.telegramChatId().isPresent())
                .with("alerts.webhook", now.webhookUrl().isPresent())
                .card("kiosk.elsewhere");
    }

    private HBox line(String key, Node... controls) {
        var name = new Label(texts.get(key));
        name.setMinWidth(Region.USE_PREF_SIZE);
        var space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        var line = new HBox(8, name, space);
        line.getChildren().addAll(controls);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Stepper clock(String key) {
        return new Stepper(
                texts.get(key),
                0,
                LAST_MINUTE,
                STEP_MINUTES,
                minutes -> LocalTime.ofSecondOfDay(minutes * 60L).toString());
    }

    private Stepper level(String key, int off, int most, Formats formats) {
        return new Stepper(
                texts.get(key),
                off,
                most,
                STEP_PERCENT,
                percent ->
                        percent == off
                                ? texts.get("alerts.off")
                                : formats.percentWithUnit((double) percent));
    }

    private void fill() {
        var engine = changes.context().engine();
        var now = engine.settings().notifications();
        from.set(minute(now.quietHours().substring(0, 5)));
        to.set(minute(now.quietHours().substring(6)));
        hot.set(now.temperatureHigh());
        low.set(now.socLow().orElse(LOW_OFF));
        full.set(now.socFull().orElse(FULL_OFF));
        boolean shutQuiet = engine.variableOf("alerts.quiet-hours").isPresent();
        from.setDisable(shutQuiet);
        to.setDisable(shutQuiet);
        hot.setDisable(engine.variableOf("alerts.temperature-high").isPresent());
        low.setDisable(engine.variableOf("alerts.soc-low").isPresent());
        full.setDisable(engine.variableOf("alerts.soc-full").isPresent());
        changed();
        save.setDisable(true);
    }

    private void changed() {
        boolean none = from.get() == to.get();
        noQuiet.setVisible(none);
        noQuiet.setManaged(none);
        SavedForm.tell(refusal, "");
        SavedForm.tell(said, "");
        save.setDisable(false);
    }

    private void save() {
        var entry =
                new AlertsEntry(
                        "",
                        "",
                        "",
                        from.get() == to.get() ? "" : time(from) + "-" + time(to),
                        Integer.toString(hot.get()),
                        low.get() == LOW_OFF ? "" : Integer.toString(low.get()),
                        full.get() == FULL_OFF ? "" : Integer.toString(full.get()));
        save.setDisable(true);
        changes.apply(
                settings -> settings.withNotifications(entry.applied(settings.notifications())),
                () -> {
                    fill();
                    SavedForm.tell(said, texts.get("alerts.saved"));
                },
                why -> {
                    save.setDisable(false);
                    SavedForm.tell(refusal, why);
                });
    }

    private static String time(Stepper stepper) {
        return LocalTime.ofSecondOfDay(stepper.get() * 60L).toString();
    }

    private static int minute(String time) {
        return LocalTime.parse(time).toSecondOfDay() / 60;
    }
}
