package pilotempo.ui.automation;

import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.Tag;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.UiContext;

/** All that is known of one command, over the page: on the kiosk a row has no room to unfold. */
final class JournalDialog {
    private JournalDialog() {}

    static void show(UiContext context, Texts texts, JournalRow row) {
        var card =
                new DialogCard(row.battery() + " · " + row.command(), "")
                        .with(Tag.of(row.tone(), row.result()), JournalList.details(row));
        card.action(texts.get("close"), context.dialogs()::dismiss);
        context.dialogs().show(card, () -> {});
    }
}
