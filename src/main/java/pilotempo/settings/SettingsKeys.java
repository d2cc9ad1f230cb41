package pilotempo.settings;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names of all settings, by their path from the top of the file. */
final class SettingsKeys {
    /** Own list, read by {@link BatteryReader}. */
    static final String BATTERIES = "batteries";

    /** Own list, read by {@link PriceReader}. */
    static final String PRICES = "tempo.prices";

    /** A list of words, read as one value. */
    static final String COLOURS = "planning.colours";

    /** All but the lists of groups; each has a variable. */
    static final List<String> SCALARS =
            List.of(
                    "zone",
                    "poll.interval",
                    "poll.slow-interval",
                    "poll.gap",
                    "poll.timeout",
                    "poll.retries",
                    "poll.adaptive",
                    "poll.bind",
                    "poll.discovery",
                    "history.commit-interval",
                    "history.raw-days",
                    "tempo.source",
                    "tempo.rte.base-url",
                    "tempo.rte.client-id",
                    "tempo.rte.client-secret",
                    "tempo.public.base-url",
                    "tempo.contract-number",
                    "tempo.offer",
                    "tempo.subscribed-kva",
                    "tempo.export-price",
                    "database.url",
                    "database.user",
                    "database.password",
                    "planning.strategy",
                    "planning.target-soc",
                    "planning.charge-power",
                    COLOURS,
                    "planning.hold",
                    "planning.day-mode",
                    "planning.dry-run-first",
                    "telegram.base-url",
                    "telegram.bot-token",
                    "telegram.chat-id",
                    "webhook.url",
                    "webhook.body",
                    "alerts.soc-low",
                    "alerts.soc-full",
                    "alerts.temperature-high",
                    "alerts.offline-after",
                    "alerts.quiet-hours",
                    "logging.level",
                    "logging.format",
                    "logging.file",
                    "ui.language",
                    "ui.theme",
                    "ui.kiosk-pin");

    /** Everything at the top of the file. */
    static final List<String> ALL = all();

    /** What a battery may set for itself alone, under {@code poll} or beside its other keys. */
    static final List<String> BATTERY_POLL =
            List.of("interval", "slow-interval", "gap", "timeout", "retries");

    /** Keys of one battery. */
    static final List<String> BATTERY = battery();

    /** Price classes, as in the shipped table. */
    static final List<String> PRICE_CLASSES =
            List.of("blueHC", "blueHP", "whiteHC", "whiteHP", "redHC", "redHP");

    /** Keys of one own price row. */
    static final List<String> PRICE = price();

    private SettingsKeys() {}

    /** Names right under a group; of the top for the empty prefix. */
    static Set<String> under(String prefix, List<String> known) {
        var from = prefix.isEmpty() ? "" : prefix + ".";
        var names = new LinkedHashSet<String>();
        for (var path : known) {
            if (path.startsWith(from)) {
                int dot = path.indexOf('.', from.length());
                names.add(path.substring(from.length(), dot < 0 ? path.length() : dot));
            }
        }
        return names;
    }

    static boolean isGroup(String path, List<String> known) {
        return known.stream().anyMatch(other -> other.startsWith(path + "."));
    }

    private static List<String> all() {
        var all = new ArrayList<String>();
        all.add(BATTERIES);
        all.addAll(SCALARS);
        all.add(PRICES);
        return List.copyOf(all);
    }

    private static List<String> battery() {
        var all = new ArrayList<>(List.of("id", "name", "host", "port", "mac", "ask"));
        BATTERY_POLL.forEach(key -> all.add("poll." + key));
        all.addAll(BATTERY_POLL);
        return List.copyOf(all);
    }

    private static List<String> price() {
        var all = new ArrayList<>(List.of("from"));
        PRICE_CLASSES.forEach(name -> all.add("eur_per_kwh." + name));
        return List.copyOf(all);
    }
}
