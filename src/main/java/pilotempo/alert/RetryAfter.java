package pilotempo.alert;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.Optional;

/** How long a server wants to be left alone: the header {@code Retry-After}, in seconds. */
final class RetryAfter {
    private static final Duration LONGEST = Duration.ofHours(6);

    private RetryAfter() {}

    static Optional<Duration> of(HttpHeaders headers) {
        return headers.firstValue("Retry-After")
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,9}"))
                .map(text -> bounded(Double.parseDouble(text), LONGEST));
    }

    static Duration bounded(double seconds, Duration longest) {
        return seconds >= longest.toSeconds()
                ? longest
                : Duration.ofMillis(Math.round(seconds * 1000));
    }
}
