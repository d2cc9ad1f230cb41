package pilotempo.ui.automation;

import java.util.List;
import javafx.scene.layout.VBox;
import pilotempo.ui.component.DialogCard;
import pilotempo.ui.component.TouchScroll;

/** All notices in full, over the page: the kiosk's line has room for one. */
final class NoticeDialog {
    private NoticeDialog() {}

    static void show(PlanParts parts, List<Notice> notices) {
        var dialogs = parts.context.dialogs();
        var texts = parts.texts;
        var list = new VBox(8);
        for (var notice : notices) {
            var banner = parts.banner(notice);
            if (notice.remedy() != Notice.Remedy.NONE) {
                banner.setAction(
                        parts.remedy(notice),
                        () -> {
                            dialogs.close();
                            parts.commands.remedy(notice.remedy());
                        });
            }
            list.getChildren().add(banner);
        }
        var scroll =
                new TouchScroll(
                        list,
                        parts.context.kiosk(),
                        texts.get("scroll.up"),
                        texts.get("scroll.down"));
        scroll.setMaxHeight(250);
        var card = new DialogCard(texts.get("notice.title"), "").with(scroll);
        card.action(texts.get("close"), dialogs::dismiss);
        dialogs.show(card, () -> {});
    }
}
