package pilotempo.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import pilotempo.settings.TempoSettings.OwnPrice;

/** Settings as YAML values by path; empty = not set. What {@link SettingsReader} reads back. */
final class SettingsText {
    private final Map<String, String> byPath = new LinkedHashMap<>();

    private SettingsText() {}

    /** All but batteries and prices. */
    static Map<String, String> of(Settings settings) {
        var text = new SettingsText();
        text.words("zone", settings.zone().getId());
        text.poll(settings.poll());
        text.raw("history.commit-interval", written(settings.history().commitInterval()));
        text.optional("history.raw-days", settings.history().rawDays());
        text.tempo(settings.tempo());
        text.words("database.url", settings.database().url());
        text.words("database.user", settings.database().user());
        text.secret("database.password", settings.database().password());
        text.planning(settings.planning());
        text.notifications(settings.notifications());
        text.raw("logging.level", lower(settings.logging().level()));
        text.raw("logging.format", lower(settings.logging().format()));
        text.words("logging.file", settings.logging().file().map(Object::toString));
        text.raw("ui.language", lower(settings.ui().language()));
        text.raw("ui.theme", lower(settings.ui().theme()));
        text.secret("ui.kiosk-pin", settings.ui().kioskPin());
        return text.byPath;
    }

    /** One battery; what is as by default is empty. */
    static Map<String, String> of(BatterySettings battery) {
        var text = new SettingsText();
        boolean ownName = !battery.name().equals(battery.id());
        boolean ownPort = battery.port() != BatterySettings.DEFAULT_PORT;
        text.words("id", battery.id());
        text.words("name", ownName ? battery.name() : "");
        text.words("host", battery.host());
        text.raw("port", ownPort ? Integer.toString(battery.port()) : "");
        text.raw("mac", battery.mac().map(mac -> YamlScalar.quoted(mac.hex())).orElse(""));
        text.raw("ask", battery.broadcast() ? "broadcast" : "");
        text.raw("poll.interval", written(battery.interval()));
        text.raw("poll.slow-interval", written(battery.slowInterval()));
        text.raw("poll.gap", written(battery.gap()));
        text.raw("poll.timeout", written(battery.timeout()));
        text.optional("poll.retries", battery.retries());
        return text.byPath;
    }

    /** One own price row as a flow mapping. */
    static String of(OwnPrice row) {
        return SettingsKeys.PRICE_CLASSES.stream()
                .filter(row.eurPerKwh()::containsKey)
                .map(name -> name + ": " + row.eurPerKwh().get(name))
                .collect(
                        Collectors.joining(
                                ", ", "{from: " + row.from() + ", eur_per_kwh: {", "}}"));
    }

    private void poll(PollSettings poll) {
        raw("poll.interval", written(poll.interval()));
        raw("poll.slow-interval", written(poll.slowInterval()));
        raw("poll.gap", written(poll.gap()));
        raw("poll.timeout", written(poll.timeout()));
        raw("poll.retries", Integer.toString(poll.retries()));
        raw("poll.adaptive", Boolean.toString(poll.adaptive()));
        words("poll.bind", poll.bind());
        raw("poll.discovery", Boolean.toString(poll.discovery()));
    }

    private void tempo(TempoSettings tempo) {
        raw("tempo.source", lower(tempo.source()));
        words("tempo.rte.base-url", tempo.rteBaseUrl().toString());
        words("tempo.rte.client-id", tempo.rteClientId());
        secret("tempo.rte.client-secret", tempo.rteClientSecret());
        words("tempo.public.base-url", tempo.publicBaseUrl().toString());
        words("tempo.contract-number", tempo.contractNumber());
        words("tempo.offer", tempo.offer());
        optional("tempo.subscribed-kva", tempo.subscribedKva());
        raw("tempo.export-price", tempo.exportPrice().toPlainString());
    }

    private void planning(PlanningSettings planning) {
        raw("planning.strategy", planning.strategy());
        raw("planning.target-soc", Integer.toString(planning.targetSoc()));
        optional("planning.charge-power", planning.chargePower().map(watts -> watts + "W"));
        raw(
                SettingsKeys.COLOURS,
                planning.colours().stream().sorted().collect(Collectors.joining(", ", "[", "]")));
        raw("planning.hold", planning.hold());
        raw("planning.day-mode", planning.dayMode());
        raw("planning.dry-run-first", Boolean.toString(planning.dryRunFirst()));
    }

    private void notifications(NotificationSettings all) {
        words("telegram.base-url", all.telegramBaseUrl().toString());
        secret("telegram.bot-token", all.telegramBotToken());
        words("telegram.chat-id", all.telegramChatId());
        words("webhook.url", all.webhookUrl().map(Object::toString));
        words("webhook.body", all.webhookBody());
        optional("alerts.soc-low", all.socLow());
        optional("alerts.soc-full", all.socFull());
        raw("alerts.temperature-high", Integer.toString(all.temperatureHigh()));
        raw("alerts.offline-after", Integer.toString(all.offlineAfter()));
        words("alerts.quiet-hours", all.quietHours());
    }

    private void raw(String path, String yaml) {
        byPath.put(path, yaml);
    }

    private void words(String path, String words) {
        raw(path, words.isEmpty() ? "" : YamlScalar.of(words));
    }

    private void words(String path, Optional<String> words) {
        words(path, words.orElse(""));
    }

    private void secret(String path, Optional<Secret> secret) {
        raw(path, secret.map(own -> YamlScalar.quoted(own.reveal())).orElse(""));
    }

    private void optional(String path, Optional<?> number) {
        raw(path, number.map(Object::toString).orElse(""));
    }

    private static String written(Optional<Duration> duration) {
        return duration.map(Kinds::written).orElse("");
    }

    private static String written(Duration duration) {
        return Kinds.written(duration);
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
