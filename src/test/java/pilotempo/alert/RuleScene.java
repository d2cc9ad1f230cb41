package pilotempo.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.history.AlertEntry;
import pilotempo.settings.Settings;

/** All rules over a world, look by look, in a time of its own; no threads and no channels. */
abstract class RuleScene {
    private Instant now = local("2025-01-08T12:00");
    private long nanos;
    protected final World world = new World(() -> now);
    protected Settings settings = World.settings();
    private Episodes episodes = new Episodes(List.of(), UUID::randomUUID);
    private Rules rules = new Rules();
    private @Nullable Instant previous;
    private final List<Episodes.Change> changes = new ArrayList<>();

    static Instant local(String dateAndTime) {
        return LocalDateTime.parse(dateAndTime).atZone(World.PARIS).toInstant();
    }

    protected Instant now() {
        return now;
    }

    /** The clock stands there, as after a start of the program. */
    protected void startAt(String dateAndTime) {
        now = local(dateAndTime);
        previous = null;
    }

    /** The machine sleeps until then, the program with it. */
    protected void sleepUntil(String dateAndTime) {
        now = local(dateAndTime);
    }

    /** A new program, with the episodes of the one before. */
    protected void restart() {
        episodes = new Episodes(episodes.lasting(), UUID::randomUUID);
        rules = new Rules();
        previous = null;
    }

    /** Looks every twenty seconds until then; tells what changed, as {@code kind subject}. */
    protected List<String> lookUntil(String dateAndTime) {
        changes.clear();
        var end = local(dateAndTime);
        while (!now.isAfter(end)) {
            look();
            now = now.plusSeconds(20);
            nanos += Duration.ofSeconds(20).toNanos();
        }
        return told();
    }

    /** Looks for so long. */
    protected List<String> lookFor(Duration time) {
        return lookUntil(now.plus(time).atZone(World.PARIS).toLocalDateTime().toString());
    }

    private void look() {
        var look = new Look(world.get(), settings, previous, episodes::episode);
        changes.addAll(rules.look(look, episodes, nanos));
        previous = now;
    }

    private List<String> told() {
        return changes.stream()
                .filter(
                        change ->
                                !(change instanceof Episodes.Altered altered)
                                        || altered.escalated()
                                        || altered.corrected())
                .map(RuleScene::told)
                .toList();
    }

    private static String told(Episodes.Change change) {
        var alert = change.alert();
        var subject = alert.args().isEmpty() ? "" : alert.args().getFirst();
        var about = subject.startsWith("b:") || subject.startsWith("d:") ? " " + subject : "";
        return switch (change) {
                    case Episodes.Raised _ -> alert.urgent() ? "urgent " : "raised ";
                    case Episodes.Altered altered ->
                            altered.corrected() ? "corrected " : "escalated ";
                    case Episodes.Over over -> over.told() ? "over " : "gone ";
                }
                + alert.kind()
                + about;
    }

    /** What people read of the one that changed last. */
    protected String words(Locale locale) {
        var change = changes.getLast();
        var words = new AlertWords(locale, settings);
        return (change instanceof Episodes.Over
                        ? words.over(change.alert())
                        : words.begun(change.alert()))
                .whole();
    }

    protected List<AlertEntry> lasting() {
        return episodes.lasting();
    }
}
