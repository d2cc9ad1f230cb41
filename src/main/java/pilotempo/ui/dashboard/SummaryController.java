package pilotempo.ui.dashboard;

import javafx.fxml.FXML;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.Navigator;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.ValueLabel;

/** The next planned action, what is saved and stored, and the day's energy. */
final class SummaryController {
    private final Language language;
    private final Navigator navigator;

    @FXML private Region nextCard;
    @FXML private @Nullable Label nextIcon;
    @FXML private @Nullable Label nextTitle;
    @FXML private @Nullable Label nextChevron;
    @FXML private Label nextTime;
    @FXML private Tag nextTag;
    @FXML private Label nextHeadline;
    @FXML private @Nullable Label nextDetail;
    @FXML private @Nullable Label savingsIcon;
    @FXML private @Nullable ValueLabel saved;
    @FXML private @Nullable Label month;
    @FXML private @Nullable Label storedFor;
    @FXML private @Nullable ValueLabel stored;
    @FXML private @Nullable Label worth;
    @FXML private @Nullable Label savingsNote;
    @FXML private @Nullable Label savingsBrief;
    @FXML private @Nullable Label energyIcon;
    @FXML private @Nullable ValueLabel delivered;
    @FXML private @Nullable ValueLabel charged;

    private @Nullable NextActionState next;
    private SavingsState savings;
    private EnergyToday energy = EnergyToday.UNKNOWN;

    SummaryController(Language language, Navigator navigator) {
        this.language = language;
        this.navigator = navigator;
        savings = SavingsState.loading(language);
    }

    @FXML
    void initialize() {
        icon(nextIcon, Icon.CLOCK);
        nextCard.setFocusTraversable(true);
        nextCard.setAccessibleRole(AccessibleRole.BUTTON);
        nextCard.setOnMouseClicked(clicked -> openPlan());
        nextCard.setOnKeyPressed(
                key -> {
                    if (key.getCode() == KeyCode.ENTER || key.getCode() == KeyCode.SPACE) {
                        openPlan();
                        key.consume();
                    }
                });
        icon(nextChevron, Icon.NEXT);
        icon(savingsIcon, Icon.MONEY);
        icon(energyIcon, Icon.BOLT);
        render(energy);
        render(savings);
        if (next != null) {
            render(next);
        }
    }

    void render(EnergyToday state) {
        energy = state;
        if (delivered != null && charged != null) {
            delivered.show(state.delivered(), "kWh");
            charged.show(state.charged(), "kWh");
        }
    }

    void render(SavingsState state) {
        savings = state;
        if (saved != null && stored != null) {
            saved.show(state.saved(), "€");
            stored.show(state.stored(), "kWh");
        }
        text(month, state.month());
        text(storedFor, state.storedFor());
        text(worth, state.worth());
        text(savingsNote, state.note());
        text(savingsBrief, state.brief());
    }

    void render(NextActionState state) {
        next = state;
        text(nextTime, state.time());
        if (nextTitle != null) {
            var title = language.texts().get("next.title");
            nextTitle.setText(state.time().isEmpty() ? title : title + " ·");
        }
        nextTag.show(state.tagTone(), state.tag());
        shown(nextTag, !state.tag().isEmpty());
        nextHeadline.setText(state.headline());
        text(nextDetail, state.detail());
        nextCard.setAccessibleText(
                String.join(
                        ", ",
                        language.texts().get("next.title"),
                        state.time(),
                        state.headline(),
                        state.tag(),
                        state.detail()));
    }

    private void openPlan() {
        navigator.go(new Place.Automation(Place.Automation.Part.PLAN));
    }

    private static void text(@Nullable Label label, String text) {
        if (label != null) {
            label.setText(text);
            shown(label, !text.isEmpty());
        }
    }

    private static void shown(Node node, boolean visible) {
        node.setVisible(visible);
        node.setManaged(visible);
    }

    private static void icon(@Nullable Label holder, Icon icon) {
        if (holder != null) {
            holder.setGraphic(icon.node(22));
        }
    }
}
