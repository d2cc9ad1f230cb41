package pilotempo.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Rectangle;
import org.jspecify.annotations.Nullable;
import pilotempo.ui.component.Banner;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/** Navigation, header, content and banner in one language; the kiosk has its navigation below. */
final class Frame {
    static final String BUNDLE = "pilotempo.ui.shell.Shell";

    /** Below this width the rail shows icons only. */
    private static final double WORDS_FROM = 1100;

    /** Below this width the header uses short words. */
    private static final double LONG_WORDS_FROM = 860;

    private static final int ALERT_SECONDS = 60;
    private static final double ALERT_BELOW_HEADER = 60;

    private final StackPane layers = new StackPane();
    private final BorderPane root = new BorderPane();
    private final StackPane content = new StackPane();
    private final VBox middle = new VBox();
    private final Texts texts;
    private final Header header;
    private final Navigation navigation;
    private final MorePage more;
    private final boolean kiosk;
    private @Nullable Banner banner;
    private @Nullable Banner notRecorded;
    private @Nullable Banner alert;
    private int alertSeconds;
    private boolean showsView;
    private boolean atHome;

    Frame(
            boolean kiosk,
            Formats formats,
            List<Destination> places,
            Consumer<Destination> go,
            Runnable toTempo,
            Runnable toAlerts,
            Runnable goBack,
            Runnable resume,
            Runnable pause) {
        this.kiosk = kiosk;
        texts = Texts.of(BUNDLE, formats.locale());
        header =
                new Header(
                        texts,
                        new Words(formats),
                        formats,
                        kiosk,
                        toTempo,
                        toAlerts,
                        goBack,
                        resume,
                        pause);
        header.offerAlerts(places.contains(Destination.ALERTS));
        more = new MorePage(places, texts, go);
        navigation =
                kiosk
                        ? Navigation.bottomBar(places, texts, go, this::showMore)
                        : Navigation.rail(places, texts, go);
        content.getStyleClass().add("content");
        content.setMinSize(0, 0);
        var clip = new Rectangle();
        clip.widthProperty().bind(content.widthProperty());
        clip.heightProperty().bind(content.heightProperty());
        content.setClip(clip);
        VBox.setVgrow(content, javafx.scene.layout.Priority.ALWAYS);
        middle.getChildren().setAll(header.node(), content);
        middle.setMinSize(0, 0);
        root.setCenter(middle);
        if (kiosk) {
            root.setBottom(navigation.node());
        } else {
            root.setLeft(navigation.node());
            layers.widthProperty().addListener((width, before, now) -> fit(now.doubleValue()));
        }
        layers.getChildren().setAll(root);
        layers.getStylesheets().add(stylesheet());
        layers.getStyleClass().add("shell");
    }

    static String stylesheet() {
        return Objects.requireNonNull(Frame.class.getResource("shell.css")).toExternalForm();
    }

    Parent root() {
        return layers;
    }

    /** Lays something over everything, the last on top. */
    void cover(List<Node> veils) {
        layers.getChildren().setAll(root);
        layers.getChildren().addAll(veils);
    }

    Texts texts() {
        return texts;
    }

    Header header() {
        return header;
    }

    void show(Node view, Destination place) {
        content.getChildren().setAll(view);
        if (view instanceof Region region) {
            region.setMinSize(0, 0);
        }
        navigation.mark(place);
        showsView = true;
        atHome = place == Destination.HOME;
        fitNotRecorded();
    }

    /** Whether a view is shown, not the kiosk's further places. */
    boolean showsView() {
        return showsView;
    }

    /** A calm word about a bug, with the code that finds it in the log. */
    void tell(String code) {
        hideBanner();
        var next = Banner.of(Tone.ERROR, texts.get("fault.what"), texts.get("fault.then", code));
        next.getStyleClass().add("fault-banner");
        next.setAction(texts.get("fault.close"), this::hideBanner);
        banner = next;
        middle.getChildren().add(1, next);
    }

    /**
     * A new alert, on the kiosk: over the page, which keeps its room, until it is touched, another
     * page is opened, a minute has passed or the next one comes.
     */
    void alert(Tone tone, String title, String sentence, Runnable toAlerts) {
        hideAlert();
        var next = Banner.of(tone, title + (sentence.isEmpty() ? "" : "."), sentence);
        next.getStyleClass().add("alert-banner");
        next.setMaxHeight(Region.USE_PREF_SIZE);
        next.setOnMouseClicked(_ -> hideAlert());
        StackPane.setAlignment(next, Pos.TOP_CENTER);
        StackPane.setMargin(next, new Insets(ALERT_BELOW_HEADER, 8, 0, 8));
        next.setAction(
                texts.get("alert.look"),
                () -> {
                    hideAlert();
                    toAlerts.run();
                });
        hideAlert();
        alert = next;
        alertSeconds = ALERT_SECONDS;
        layers.getChildren().add(1, next);
    }

    /** A second has passed. */
    void tick() {
        if (alert != null && --alertSeconds <= 0) {
            hideAlert();
        }
    }

    void hideAlert() {
        if (alert != null) {
            layers.getChildren().remove(alert);
            alert = null;
        }
    }

    /** Says on every page that readings are not kept, as long as it is so. */
    void recording(boolean works, Runnable toDiagnostics) {
        var shown = notRecorded;
        if (works && shown != null) {
            middle.getChildren().remove(shown);
            notRecorded = null;
        } else if (!works && shown == null) {
            // The kiosk has room for the fact; what to do stands behind its button.
            var then = kiosk ? "" : texts.get("unkept.then");
            var next = Banner.of(Tone.ERROR, texts.get("unkept.what"), then);
            next.getStyleClass().addAll("fault-banner", "unkept-banner");
            next.setAction(texts.get("nav.diagnostics"), toDiagnostics);
            notRecorded = next;
            middle.getChildren().add(1, next);
        }
        fitNotRecorded();
    }

    /** The kiosk's home has no room to spare: there the header alone says it. */
    private void fitNotRecorded() {
        if (notRecorded != null) {
            boolean room = !(kiosk && atHome);
            notRecorded.setVisible(room);
            notRecorded.setManaged(room);
        }
    }

    private void hideBanner() {
        if (banner != null) {
            middle.getChildren().remove(banner);
            banner = null;
        }
    }

    private void showMore() {
        content.getChildren().setAll(more.node());
        header.show(texts.get("nav.more"), "", java.util.Optional.empty(), false);
        navigation.mark(null);
        showsView = false;
        atHome = false;
        fitNotRecorded();
    }

    private void fit(double width) {
        navigation.setIconsOnly(width < WORDS_FROM);
        header.setBrief(width < LONG_WORDS_FROM);
        root.getStyleClass().remove("slim");
        if (width < LONG_WORDS_FROM) {
            root.getStyleClass().add("slim");
        }
    }
}
