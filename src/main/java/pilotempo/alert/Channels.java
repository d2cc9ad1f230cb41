package pilotempo.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import pilotempo.settings.NotificationSettings;
import pilotempo.settings.Secret;

/** The channels that the settings speak of. */
final class Channels {
    /** In the order in which they are shown. */
    static final List<String> NAMES = List.of(TelegramChannel.NAME, WebhookChannel.NAME);

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private Channels() {}

    /** Those that have what they need. */
    static List<Channel> configured(NotificationSettings settings) {
        return configured(settings, TIMEOUT);
    }

    static List<Channel> configured(NotificationSettings settings, Duration timeout) {
        var channels = new ArrayList<Channel>();
        var token = settings.telegramBotToken().map(Secret::reveal).filter(Channels::given);
        var chat = settings.telegramChatId().filter(Channels::given);
        if (token.isPresent() && chat.isPresent()) {
            channels.add(
                    new TelegramChannel(
                            settings.telegramBaseUrl(), token.get(), chat.get().strip(), timeout));
        }
        settings.webhookUrl()
                .ifPresent(
                        url ->
                                channels.add(
                                        new WebhookChannel(
                                                url,
                                                new BodyTemplate(settings.webhookBody()),
                                                timeout)));
        return channels;
    }

    /** Why a channel that was begun in the settings can't be used; the key of a sentence. */
    static Optional<Delivery.Problem> halfConfigured(String name, NotificationSettings settings) {
        if (!name.equals(TelegramChannel.NAME)) {
            return Optional.empty();
        }
        boolean token = settings.telegramBotToken().isPresent();
        boolean chat = settings.telegramChatId().isPresent();
        if (token == chat) {
            return Optional.empty();
        }
        return Optional.of(Delivery.Problem.of(token ? "noChat" : "noToken"));
    }

    private static boolean given(String text) {
        return !text.isBlank();
    }
}
