package pilotempo.ui.shell;

import javafx.scene.Node;
import javafx.scene.control.Label;
import pilotempo.ui.component.View;

/** A view that only says which one it is and counts its calls. */
final class BareView implements View {
    final Label label;
    int shown;
    int hidden;

    BareView(String name) {
        label = new Label(name);
    }

    @Override
    public Node node() {
        return label;
    }

    @Override
    public String title() {
        return label.getText();
    }

    @Override
    public void shown() {
        shown++;
    }

    @Override
    public void hidden() {
        hidden++;
    }
}
