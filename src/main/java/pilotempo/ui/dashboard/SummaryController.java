package pilotempo.ui.dashboard;

import javafx.fxml.FXML;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.FreshnessLabel;
import pilotempo.ui.component.Icon;
import pilotempo.ui.component.ValueLabel;

/** Energy of the day, how well the batteries answer, and whether it is all kept. */
final class SummaryController {
    @FXML private ValueLabel delivered;
    @FXML private ValueLabel charged;
    @FXML private @Nullable ValueLabel answered;
    @FXML private @Nullable Label answering;
    @FXML private @Nullable Label median;
    @FXML private @Nullable FreshnessLabel recording;
    @FXML private @Nullable Label recordingDetail;
    @FXML private @Nullable Label energyIcon;
    @FXML private @Nullable Label linkIcon;
    @FXML private @Nullable Label recordingIcon;

    @FXML
    void initialize() {
        icon(energyIcon, Icon.BOLT);
        icon(linkIcon, Icon.WIFI);
        icon(recordingIcon, Icon.STORAGE);
        render(EnergyToday.UNKNOWN);
    }

    void render(EnergyToday energy) {
        delivered.show(energy.delivered(), "kWh");
        charged.show(energy.charged(), "kWh");
    }

    void render(SummaryState state) {
        if (answered != null) {
            answered.show(state.answered(), "%");
        }
        if (answering != null) {
            answering.setText(state.answering());
        }
        if (median != null) {
            median.setText(state.linkDetail());
        }
        if (recording != null) {
            recording.show(state.recordingTone(), state.recording());
        }
        if (recordingDetail != null) {
            recordingDetail.setText(state.recordingDetail());
        }
    }

    private static void icon(@Nullable Label holder, Icon icon) {
        if (holder != null) {
            holder.setGraphic(icon.node(22));
        }
    }
}
