package pilotempo.ui.settings;

import javafx.scene.Node;

/** What the Settings view shows: the whole page, or the guide of the first run. FX thread. */
interface SettingsPart {
    Node node();

    /** Settings or fleet changed. */
    void refresh();

    /** A second passed. */
    void tick();

    /** It left the screen. */
    void left();
}
