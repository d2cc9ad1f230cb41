package pilotempo.settings;

import java.net.URI;
import java.util.Optional;

/**
 * Sections {@code telegram}, {@code webhook} and {@code alerts}; read and checked from the first
 * version on.
 *
 * @param telegramBaseUrl Telegram's base URL
 * @param telegramBotToken token
 * @param telegramChatId chat
 * @param webhookUrl where to post
 * @param webhookBody template of the body
 * @param socLow per cent below which to alert; absent = off
 * @param socFull per cent from which to alert; absent = off
 * @param temperatureHigh °C
 * @param offlineAfter missed rounds
 * @param quietHours {@code HH:MM-HH:MM}
 */
public record NotificationSettings(
        URI telegramBaseUrl,
        Optional<Secret> telegramBotToken,
        Optional<String> telegramChatId,
        Optional<URI> webhookUrl,
        Optional<String> webhookBody,
        Optional<Integer> socLow,
        Optional<Integer> socFull,
        int temperatureHigh,
        int offlineAfter,
        String quietHours) {
    /** What holds when nothing is set. */
    public static final NotificationSettings DEFAULT =
            new NotificationSettings(
                    URI.create("https://api.telegram.org"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    45,
                    3,
                    "22:00-07:00");
}
