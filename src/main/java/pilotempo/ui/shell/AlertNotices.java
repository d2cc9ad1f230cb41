package pilotempo.ui.shell;

import java.time.Duration;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import pilotempo.alert.AlertText;
import pilotempo.alert.AlertWords;
import pilotempo.engine.Engine;
import pilotempo.history.AlertEntry;

/**
 * Finds the alerts that are new while somebody looks: each is shown once. What was so before the
 * window came, or while it was away, is told by the bell alone. FX thread.
 */
final class AlertNotices {
    private static final Duration NEW = Duration.ofMinutes(2);

    private final Set<UUID> known = new HashSet<>();

    void look(Engine engine, Locale locale, BiConsumer<AlertEntry, AlertText> show) {
        for (var alert : engine.alerts().open()) {
            var age = Duration.between(alert.raisedAt(), engine.now());
            if (known.add(alert.id()) && !alert.seen() && age.abs().compareTo(NEW) < 0) {
                show.accept(alert, new AlertWords(locale, engine.settings()).begun(alert));
            }
        }
    }
}
