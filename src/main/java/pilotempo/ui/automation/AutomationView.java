package pilotempo.ui.automation;

import java.util.Objects;
import pilotempo.ui.component.Place;
import pilotempo.ui.component.UiContext;
import pilotempo.ui.component.View;

/** The Automation page and those behind it. */
public final class AutomationView {
    private AutomationView() {}

    /** The view of one of its pages, not listening yet. */
    public static View of(Place.Automation.Part part, UiContext context) {
        var words = new ActionWords(context.texts(ActionWords.BUNDLE), context.formats());
        return switch (part) {
            case PLAN -> new PlanView(context, words);
            case JOURNAL -> new JournalView(context, words);
            case ADJUST -> new AdjustView(context, words);
            case REPLAY -> new ReplayView(context, words);
        };
    }

    /** Asks, over any page, for how long the plan is to rest, and lets it rest. FX thread. */
    public static void askPause(UiContext context) {
        var words = new ActionWords(context.texts(ActionWords.BUNDLE), context.formats());
        new PlanCommands(context, words, _ -> {}).pause();
    }

    static String stylesheet() {
        return Objects.requireNonNull(AutomationView.class.getResource("automation.css"))
                .toExternalForm();
    }
}
