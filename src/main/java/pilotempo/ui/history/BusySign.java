package pilotempo.ui.history;

import javafx.animation.PauseTransition;
import javafx.util.Duration;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Tone;

/**
 * Says that something is under way when it takes more than 150 ms; once seen it stays for a moment,
 * so that it never flickers. Out of sight otherwise. FX thread.
 */
final class BusySign {
    private final Tag tag;
    private final PauseTransition patience = new PauseTransition(Duration.millis(150));
    private final PauseTransition moment = new PauseTransition(Duration.millis(400));
    private boolean busy;

    BusySign(String words) {
        tag = Tag.of(Tone.PLAIN, words);
        tag.getStyleClass().add("busy");
        tag.setVisible(false);
        tag.setMouseTransparent(true);
        tag.setMaxSize(Tag.USE_PREF_SIZE, Tag.USE_PREF_SIZE);
        patience.setOnFinished(
                _ -> {
                    tag.setVisible(true);
                    moment.playFromStart();
                });
        moment.setOnFinished(_ -> tag.setVisible(busy));
    }

    Tag node() {
        return tag;
    }

    void begin() {
        busy = true;
        if (!tag.isVisible()) {
            patience.playFromStart();
        }
    }

    /** It is done, or something else follows. */
    void end() {
        busy = false;
        patience.stop();
        if (moment.getStatus() != PauseTransition.Status.RUNNING) {
            tag.setVisible(false);
        }
    }

    /** Nobody looks any more. */
    void hide() {
        busy = false;
        patience.stop();
        moment.stop();
        tag.setVisible(false);
    }
}
