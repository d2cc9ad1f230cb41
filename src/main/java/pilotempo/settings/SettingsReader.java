package pilotempo.settings;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import pilotempo.settings.BatteryReader.Limits;

/** Makes settings of a file's text and the environment, or says the first thing that is wrong. */
final class SettingsReader {
    private final Complaints complaints;
    private final Map<String, SequenceNode> lists;
    private final Values values;

    private SettingsReader(
            Complaints complaints, Map<String, SequenceNode> lists, Map<String, Value> values) {
        this.complaints = complaints;
        this.lists = lists;
        this.values = new Values(values, complaints);
    }

    /**
     * @param text the file's text, empty where there is none
     * @param file what messages call it
     */
    static Settings read(String text, String file, Variables variables) throws SettingsProblem {
        var complaints = new Complaints(file);
        var walk = new YamlWalk(SettingsKeys.ALL, "", complaints);
        YamlDocument.top(text, file).ifPresent(walk::walk);
        var values = new HashMap<>(walk.values());
        values.putAll(variables.byPath());
        var settings = new SettingsReader(complaints, walk.lists(), values).settings();
        complaints.throwFirst();
        return settings;
    }

    private Settings settings() {
        return new Settings(
                Optional.ofNullable(lists.get(SettingsKeys.BATTERIES))
                        .map(new BatteryReader(complaints)::read)
                        .orElse(List.of()),
                values.get("zone", AddressKinds.zone(), Settings.DEFAULT.zone()),
                poll(),
                history(),
                tempo(),
                database(),
                planning(),
                notifications(),
                logging(),
                ui());
    }

    private PollSettings poll() {
        var none = PollSettings.DEFAULT;
        return new PollSettings(
                values.find("poll.interval", Limits.INTERVAL),
                values.get("poll.slow-interval", Limits.SLOW_INTERVAL, none.slowInterval()),
                values.find("poll.gap", Limits.GAP),
                values.get("poll.timeout", Limits.TIMEOUT, none.timeout()),
                values.get("poll.retries", Limits.RETRIES, none.retries()),
                values.get("poll.adaptive", Kinds.flag(), none.adaptive()),
                values.find("poll.bind", AddressKinds.ipv4()),
                values.get("poll.discovery", Kinds.flag(), none.discovery()));
    }

    private HistorySettings history() {
        return new HistorySettings(
                values.get(
                        "history.commit-interval",
                        Kinds.duration(Duration.ofSeconds(1), Duration.ofMinutes(10)),
                        HistorySettings.DEFAULT.commitInterval()),
                values.find("history.raw-days", Kinds.integer(1, 36500)));
    }

    private TempoSettings tempo() {
        var none = TempoSettings.DEFAULT;
        return new TempoSettings(
                values.get("tempo.source", Kinds.oneOf(TempoSettings.Source.class), none.source()),
                values.get("tempo.rte.base-url", AddressKinds.baseUrl(), none.rteBaseUrl()),
                values.find("tempo.rte.client-id", AddressKinds.text(200).hidden()),
                values.find("tempo.rte.client-secret", AddressKinds.secret()),
                values.get("tempo.public.base-url", AddressKinds.baseUrl(), none.publicBaseUrl()),
                values.find("tempo.contract-number", AddressKinds.text(80).hidden()),
                values.get("tempo.offer", AddressKinds.id(), none.offer()),
                Optional.ofNullable(lists.get(SettingsKeys.PRICES))
                        .map(new PriceReader(complaints)::read)
                        .orElse(List.of()),
                values.find("tempo.subscribed-kva", Kinds.integer(3, 36)),
                values.get("tempo.export-price", Kinds.price(), none.exportPrice()));
    }

    private DatabaseSettings database() {
        return new DatabaseSettings(
                values.find("database.url", AddressKinds.jdbcUrl()),
                values.get("database.user", AddressKinds.text(63), DatabaseSettings.DEFAULT.user()),
                values.find("database.password", AddressKinds.secret()));
    }

    private PlanningSettings planning() {
        var none = PlanningSettings.DEFAULT;
        return new PlanningSettings(
                values.get(
                        "planning.strategy",
                        Kinds.word(PlanningSettings.STRATEGIES).plain(),
                        none.strategy()),
                values.get("planning.target-soc", Kinds.integer(1, 100), none.targetSoc()),
                values.find("planning.charge-power", Kinds.power(50, 10000)),
                values.get(SettingsKeys.COLOURS, AddressKinds.colours(), none.colours()),
                values.get(
                        "planning.hold",
                        Kinds.word(List.of("auto", "always", "never")).plain(),
                        none.hold()),
                values.get(
                        "planning.day-mode",
                        Kinds.word(List.of("restore", "auto", "ai")).plain().owningAuto(),
                        none.dayMode()),
                values.get("planning.dry-run-first", Kinds.flag(), none.dryRunFirst()));
    }

    private NotificationSettings notifications() {
        var none = NotificationSettings.DEFAULT;
        return new NotificationSettings(
                values.get("telegram.base-url", AddressKinds.baseUrl(), none.telegramBaseUrl()),
                values.find("telegram.bot-token", AddressKinds.secret()),
                values.find("telegram.chat-id", AddressKinds.text(80).hidden()),
                values.find("webhook.url", AddressKinds.url()),
                values.find("webhook.body", AddressKinds.text(10_000).hidden()),
                values.find("alerts.soc-low", Kinds.integer(1, 99)),
                values.find("alerts.soc-full", Kinds.integer(50, 100)),
                values.get(
                        "alerts.temperature-high", Kinds.integer(20, 90), none.temperatureHigh()),
                values.get("alerts.offline-after", Kinds.integer(1, 1000), none.offlineAfter()),
                values.get("alerts.quiet-hours", AddressKinds.hours(), none.quietHours()));
    }

    private LoggingSettings logging() {
        var none = LoggingSettings.DEFAULT;
        return new LoggingSettings(
                values.get("logging.level", Kinds.oneOf(LoggingSettings.Level.class), none.level()),
                values.get(
                        "logging.format", Kinds.oneOf(LoggingSettings.Format.class), none.format()),
                values.find("logging.file", AddressKinds.path()));
    }

    private UiSettings ui() {
        var none = UiSettings.DEFAULT;
        return new UiSettings(
                values.get("ui.language", Kinds.oneOf(UiSettings.Language.class), none.language()),
                values.get("ui.theme", Kinds.oneOf(UiSettings.Theme.class), none.theme()),
                values.find("ui.kiosk-pin", AddressKinds.secret()));
    }
}
