package pilotempo.ui.settings;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import org.jspecify.annotations.Nullable;
import pilotempo.settings.Settings;
import pilotempo.settings.UiSettings;
import pilotempo.settings.UiSettings.Language;
import pilotempo.settings.UiSettings.Theme;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** Language and theme; the shell puts them into force when they are in the settings. */
final class DisplayController {
    private final UiContext context;
    private final Texts texts;
    private final Changes changes;
    private @Nullable Segmented<Language> language;
    private @Nullable Segmented<Theme> theme;

    @FXML private Node root;
    @FXML private Pane languages;
    @FXML private Pane themes;
    @FXML private Label refusal;
    @FXML private Pane pin;
    @FXML private Pane looks;
    @FXML private Label keys;
    private @Nullable KioskPin kioskPin;

    DisplayController(UiContext context, Texts texts, Changes changes) {
        this.context = context;
        this.texts = texts;
        this.changes = changes;
        Fxml.load("Display.fxml", texts, this);
    }

    @FXML
    void initialize() {
        language =
                new Segmented<>(
                        languages(List.of(Language.AUTO, Language.FR, Language.EN), texts),
                        one -> change(settings -> withLanguage(settings, one)));
        var themeWords = new LinkedHashMap<Theme, String>();
        for (var one : List.of(Theme.AUTO, Theme.LIGHT, Theme.DARK)) {
            themeWords.put(one, theme(one));
        }
        theme = new Segmented<>(themeWords, one -> change(settings -> withTheme(settings, one)));
        keys.setVisible(!context.kiosk());
        keys.setManaged(!context.kiosk());
        if (context.kiosk()) {
            // Side by side, so that the PIN has room below.
            var beside = new HBox(24);
            beside.getChildren().setAll(List.copyOf(looks.getChildren()));
            looks.getChildren().setAll(beside);
        }
        kioskPin = new KioskPin(context, texts, changes, this::tell);
        pin.getChildren().setAll(kioskPin);
        languages.getChildren().setAll(language);
        themes.getChildren().setAll(theme);
        refresh();
        refusal.setManaged(false);
    }

    /** Shows what holds. */
    void refresh() {
        var ui = context.engine().settings().ui();
        if (language != null && theme != null) {
            language.select(ui.language());
            theme.select(ui.theme());
        }
        if (kioskPin != null) {
            kioskPin.refresh();
        }
    }

    /** What holds stays marked until the change is in the settings. */
    private void change(UnaryOperator<Settings> change) {
        refresh();
        changes.apply(change, () -> tell(""), this::tell);
    }

    private void tell(String sentence) {
        refusal.setText(sentence);
        refusal.setManaged(!sentence.isEmpty());
    }

    static Map<Language, String> languages(List<Language> choices, Texts texts) {
        var words = new LinkedHashMap<Language, String>();
        choices.forEach(one -> words.put(one, language(one, texts)));
        return words;
    }

    private static String language(Language language, Texts texts) {
        return switch (language) {
            case AUTO -> texts.get("language.auto");
            case FR -> texts.get("language.fr");
            case EN -> texts.get("language.en");
        };
    }

    private String theme(Theme one) {
        return switch (one) {
            case AUTO -> texts.get("theme.auto");
            case LIGHT -> texts.get("theme.light");
            case DARK -> texts.get("theme.dark");
        };
    }

    static Settings withLanguage(Settings settings, Language language) {
        var ui = settings.ui();
        return settings.withUi(new UiSettings(language, ui.theme(), ui.kioskPin()));
    }

    private static Settings withTheme(Settings settings, Theme theme) {
        var ui = settings.ui();
        return settings.withUi(new UiSettings(ui.language(), theme, ui.kioskPin()));
    }

    Node node() {
        return root;
    }
}
