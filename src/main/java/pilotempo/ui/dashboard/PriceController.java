package pilotempo.ui.dashboard;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.TariffStrip;
import pilotempo.ui.component.TempoChip;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.ValueLabel;

/** The price card. */
final class PriceController {
    private final Language language;

    @FXML private TempoChip today;
    @FXML private Tag period;
    @FXML private ValueLabel price;
    @FXML private Label until;
    @FXML private Text thenLead;
    @FXML private Text thenPrice;
    @FXML private Text thenRest;
    @FXML private TariffStrip strip;
    @FXML private TempoChip blue;
    @FXML private TempoChip white;
    @FXML private TempoChip red;
    @FXML private Label blueLeft;
    @FXML private Label whiteLeft;
    @FXML private Label redLeft;

    private @Nullable PriceState shown;

    PriceController(Language language) {
        this.language = language;
    }

    @FXML
    void initialize() {
        letter(blue, TempoColour.BLUE);
        letter(white, TempoColour.WHITE);
        letter(red, TempoColour.RED);
    }

    private void letter(TempoChip chip, TempoColour colour) {
        chip.show(colour, DayColour.Status.CONFIRMED, language.words().letter(colour));
    }

    void render(PriceState state) {
        if (state.equals(shown)) {
            return;
        }
        shown = state;
        language.words().show(today, state.today(), false);
        period.show(Tone.PLAIN, state.period());
        price.show(state.price(), "€");
        until.setText(state.until());
        thenLead.setText(state.thenLead() + " ");
        thenPrice.setText(state.thenPrice());
        thenRest.setText(state.thenRest());
        strip.show(state.strip());
        blueLeft.setText(state.daysLeft().get(0));
        whiteLeft.setText(state.daysLeft().get(1));
        redLeft.setText(state.daysLeft().get(2));
    }
}
