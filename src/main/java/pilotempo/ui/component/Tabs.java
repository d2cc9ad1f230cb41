package pilotempo.ui.component;

import java.util.LinkedHashMap;
import java.util.List;
import javafx.scene.Node;

/** Panes that share one place: a choice above them, one of them shown. */
public final class Tabs {
    /**
     * One of them.
     *
     * @param id of its choice, which gets {@code choice-} before it
     * @param word in the user's language
     * @param pane shown while it is taken
     */
    public record Tab(String id, String word, Node pane) {}

    private Tabs() {}

    /** The choice between some, at least one; the first is taken. */
    public static Segmented<String> of(List<Tab> tabs) {
        var words = new LinkedHashMap<String, String>();
        tabs.forEach(tab -> words.put(tab.id(), tab.word()));
        var choice = new Segmented<String>(words, taken -> show(tabs, taken));
        var first = tabs.getFirst().id();
        choice.select(first);
        show(tabs, first);
        return choice;
    }

    private static void show(List<Tab> tabs, String taken) {
        tabs.forEach(tab -> tab.pane().setVisible(tab.id().equals(taken)));
    }
}
