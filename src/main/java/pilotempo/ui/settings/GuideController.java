package pilotempo.ui.settings;

import java.util.List;
import javafx.fxml.FXML;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import pilotempo.settings.UiSettings.Language;
import pilotempo.ui.component.Card;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.UiContext;

/** The first run, in three steps: turn the API on, find the batteries, done. */
final class GuideController implements SettingsPart {
    private static final List<String> STEPS =
            List.of("guide.step.api", "guide.step.find", "guide.step.done");
    private static final int API = 0;
    private static final int FIND = 1;
    private static final int DONE = 2;

    private final UiContext context;
    private final SettingsWords words;
    private final Changes changes;
    private final SearchController searching;
    private final AddressController byAddress;
    private @Nullable Segmented<Language> language;
    private final FleetList fleet;
    private int step = API;

    @FXML private Region root;
    @FXML private Pane steps;
    @FXML private Pane languages;
    @FXML private ScrollPane scroll;
    @FXML private Label title;
    @FXML private Label sentence;
    @FXML private Pane body;
    @FXML private Label refusal;
    @FXML private Button back;
    @FXML private Button next;

    GuideController(UiContext context, SettingsWords words) {
        this.context = context;
        this.words = words;
        this.changes = new Changes(context, words.texts(), this::refresh);
        this.searching = new SearchController(context, words, changes, true);
        this.byAddress = new AddressController(context, words, changes);
        this.fleet = new FleetList(context, words, changes);
        Fxml.load("Guide.fxml", words.texts(), this);
    }

    @FXML
    void initialize() {
        back.setId("guide-back");
        next.setId("guide-next");
        // The language in use is preselected: on the first screen "automatic" says nothing.
        var inUse = context.locale().getLanguage().equals("fr") ? Language.FR : Language.EN;
        language =
                new Segmented<>(
                        DisplayController.languages(
                                List.of(Language.FR, Language.EN), words.texts()),
                        this::speak);
        language.select(inUse);
        languages.getChildren().setAll(language);
        render();
    }

    private void speak(Language wanted) {
        changes.apply(
                settings -> DisplayController.withLanguage(settings, wanted),
                () -> {
                    refusal.setText("");
                    if (language != null) {
                        language.select(wanted);
                    }
                },
                refusal::setText);
    }

    @FXML
    void back() {
        searching.cancelQuietly();
        step = Math.max(API, step - 1);
        render();
    }

    @FXML
    void next() {
        if (step == DONE) {
            context.navigator().go(new Place.Home());
            return;
        }
        step++;
        render();
        if (step == FIND) {
            searching.start();
        } else {
            searching.cancelQuietly();
        }
    }

    private void render() {
        var texts = words.texts();
        steps.getChildren().clear();
        for (var i = 0; i < STEPS.size(); i++) {
            if (i > 0) {
                var dash = new Region();
                dash.getStyleClass().add("dash");
                steps.getChildren().add(dash);
            }
            steps.getChildren().addAll(mark(i), stepName(i));
        }
        switch (step) {
            case API -> {
                title.setText(texts.get("guide.api.title"));
                sentence.setText(texts.get("guide.api.sentence"));
                body.getChildren().setAll(instructions());
                next.setText(texts.get("guide.search"));
            }
            case FIND -> {
                title.setText(texts.get("guide.find.title"));
                sentence.setText(
                        texts.get(context.kiosk() ? "kiosk.found" : "guide.find.sentence"));
                body.getChildren().setAll(searching.node(), byAddress());
                next.setText(texts.get("guide.next"));
            }
            default -> {
                title.setText(texts.get("guide.done.title"));
                sentence.setText(texts.get("guide.done.sentence", batteries()));
                body.getChildren().setAll(new Card(fleet));
                next.setText(texts.get("guide.home"));
            }
        }
        back.setVisible(step > API);
        scroll.setVvalue(0);
        refresh();
    }

    private Node byAddress() {
        return context.kiosk()
                ? new KioskFacts(words.texts(), "address.title").card("kiosk.address")
                : byAddress.node();
    }

    private Label mark(int index) {
        var mark = new Label(index < step ? "" : Integer.toString(index + 1));
        mark.setGraphic(index < step ? Icon.CHECK.node(16) : null);
        mark.getStyleClass().add("mark");
        if (index <= step) {
            mark.getStyleClass().add(index < step ? "done" : "now");
        }
        return mark;
    }

    private Label stepName(int index) {
        var name = new Label(words.texts().get(STEPS.get(index)));
        name.getStyleClass().add(index == step ? "strong" : "muted");
        // The kiosk has room for one name.
        name.setVisible(!context.kiosk() || index == step);
        name.setManaged(name.isVisible());
        return name;
    }

    private Node instructions() {
        var list = new VBox();
        list.getStyleClass().add("guide-list");
        var keys = List.of("guide.api.1", "guide.api.2", "guide.api.3", "guide.api.4");
        for (var i = 0; i < keys.size(); i++) {
            var number = new Label(Integer.toString(i + 1));
            number.getStyleClass().add("number");
            var text = new Label(words.texts().get(keys.get(i)));
            text.getStyleClass().add("words");
            text.setWrapText(true);
            text.setMinHeight(Region.USE_PREF_SIZE);
            var line = new HBox(number, text);
            line.setAlignment(Pos.CENTER_LEFT);
            line.getStyleClass().add("guide-step");
            list.getChildren().add(line);
        }
        return new Card(list);
    }

    private int batteries() {
        return context.engine().settings().batteries().size();
    }

    @Override
    public void refresh() {
        next.setDisable(step == FIND && batteries() == 0);
        searching.refresh();
        if (step == DONE) {
            fleet.refresh();
        }
    }

    @Override
    public void tick() {
        searching.tick();
    }

    @Override
    public void left() {
        searching.cancelQuietly();
    }

    @Override
    public Node node() {
        return root;
    }
}
