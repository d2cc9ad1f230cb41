package pilotempo.ui.dashboard;

import java.util.Map;
import javafx.scene.Node;
import pilotempo.battery.Mac;
import pilotempo.ui.component.Sparkline;

/** The dashboard's page in one of its layouts. */
interface Page {
    /** The page itself. */
    Node node();

    /** Shows a state. */
    void render(DashboardState state);

    /** Shows the day's energy. */
    void render(EnergyToday energy);

    /** Shows what is saved and stored. */
    void render(SavingsState savings);

    /** Draws the batteries' last two hours. */
    void draw(Map<Mac, Sparkline.Curve> curves);
}
