package pilotempo.ui.settings;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import pilotempo.settings.NotificationSettings;
import pilotempo.settings.Secret;

/**
 * What was typed about alerts. Of what may hold a secret, empty = as it is.
 *
 * @param token Telegram's bot token
 * @param chat Telegram's chat
 * @param webhook where to post
 * @param quiet {@code 22:00-07:00}; empty = none
 * @param hot °C
 * @param low per cent; empty = off
 * @param full per cent; empty = off
 */
record AlertsEntry(
        String token,
        String chat,
        String webhook,
        String quiet,
        String hot,
        String low,
        String full) {
    private static final Pattern QUIET =
            Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d-([01]\\d|2[0-3]):[0-5]\\d");

    /** No quiet hours, as the settings say it. */
    private static final String NEVER_QUIET = "00:00-00:00";

    /** What is wrong with it. */
    enum Fault {
        WEBHOOK,
        QUIET,
        HOT,
        LOW,
        FULL
    }

    /** Quiet hours as they are shown. */
    static String shownQuiet(String quiet) {
        return quiet.substring(0, 5).equals(quiet.substring(6)) ? "" : quiet;
    }

    /** The first fault; empty when it can be saved. */
    Optional<Fault> fault() {
        if (!webhook.isBlank() && url(webhook).isEmpty()) {
            return Optional.of(Fault.WEBHOOK);
        }
        if (!quiet.isBlank() && !QUIET.matcher(quiet.strip()).matches()) {
            return Optional.of(Fault.QUIET);
        }
        if (number(hot, 20, 90).isEmpty()) {
            return Optional.of(Fault.HOT);
        }
        if (!low.isBlank() && number(low, 1, 99).isEmpty()) {
            return Optional.of(Fault.LOW);
        }
        return !full.isBlank() && number(full, 50, 100).isEmpty()
                ? Optional.of(Fault.FULL)
                : Optional.empty();
    }

    /** Put into what holds now; only where there is no fault. */
    NotificationSettings applied(NotificationSettings now) {
        return new NotificationSettings(
                now.telegramBaseUrl(),
                token.isBlank() ? now.telegramBotToken() : Optional.of(new Secret(token.strip())),
                chat.isBlank() ? now.telegramChatId() : Optional.of(chat.strip()),
                webhook.isBlank() ? now.webhookUrl() : url(webhook),
                now.webhookBody(),
                number(low, 1, 99),
                number(full, 50, 100),
                number(hot, 20, 90).orElse(now.temperatureHigh()),
                now.offlineAfter(),
                quiet.isBlank() ? NEVER_QUIET : quiet.strip());
    }

    private static Optional<URI> url(String text) {
        try {
            var url = URI.create(text.strip());
            return url.getHost() != null && List.of("http", "https").contains(url.getScheme())
                    ? Optional.of(url)
                    : Optional.empty();
        } catch (IllegalArgumentException bad) {
            return Optional.empty();
        }
    }

    private static Optional<Integer> number(String text, int from, int to) {
        try {
            int number = Integer.parseInt(text.strip());
            return number >= from && number <= to ? Optional.of(number) : Optional.empty();
        } catch (NumberFormatException bad) {
            return Optional.empty();
        }
    }
}
