package pilotempo.ui.device;

import java.time.Duration;
import java.util.LinkedHashMap;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import pilotempo.battery.ModeCommand;
import pilotempo.control.Limits;
import pilotempo.ui.component.Segmented;
import pilotempo.ui.component.Stepper;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** A power for a while: direction, watts and how long. */
final class PassiveForm extends VBox {
    private static final int STEP_W = 100;
    private static final int USUAL_W = 1_000;
    private static final int[] MINUTES = {30, 60, 120, 240, 480};

    private enum Direction {
        CHARGE,
        HOLD,
        DELIVER
    }

    private final Limits limits;
    private final Segmented<Direction> direction;
    private final Stepper power;
    private final Segmented<Integer> minutes;

    PassiveForm(UiContext context, Texts texts, Limits limits) {
        this.limits = limits;
        var formats = context.formats();
        setSpacing(context.kiosk() ? 8 : 12);
        var directions = new LinkedHashMap<Direction, String>();
        directions.put(Direction.CHARGE, texts.get("passive.charge"));
        directions.put(Direction.HOLD, texts.get("passive.hold"));
        directions.put(Direction.DELIVER, texts.get("passive.deliver"));
        direction = new Segmented<>(directions, this::turned);
        power =
                new Stepper(
                        texts.get("passive.power"),
                        STEP_W,
                        limits.chargeW(),
                        STEP_W,
                        watts -> formats.wattsWithUnit((double) watts));
        power.setId("passive-power");
        power.set(USUAL_W);
        var lengths = new LinkedHashMap<Integer, String>();
        for (int length : MINUTES) {
            lengths.put(length, formats.duration(Duration.ofMinutes(length)));
        }
        minutes = new Segmented<>(lengths, _ -> {});
        minutes.select(MINUTES[1]);
        direction.select(Direction.CHARGE);
        var end = new Label(texts.get("passive.end"));
        end.getStyleClass().addAll("muted", "secondary");
        end.setWrapText(true);
        getChildren().setAll(direction, power, minutes, end);
    }

    ModeCommand.Passive command() {
        var chosen = direction.selected();
        int watts =
                chosen == Direction.HOLD
                        ? 0
                        : chosen == Direction.CHARGE ? -power.get() : power.get();
        var length = minutes.selected();
        return new ModeCommand.Passive(
                watts, Duration.ofMinutes(length == null ? MINUTES[0] : length));
    }

    private void turned(Direction now) {
        power.setDisable(now == Direction.HOLD);
        power.setMost(now == Direction.DELIVER ? limits.dischargeW() : limits.chargeW());
    }
}
