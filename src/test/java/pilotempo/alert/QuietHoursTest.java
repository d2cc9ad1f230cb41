package pilotempo.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @ParameterizedTest
    @CsvSource({
        "22:00-07:00, 2025-01-09T21:59, 2025-01-09T21:59",
        "22:00-07:00, 2025-01-09T22:00, 2025-01-10T07:00",
        "22:00-07:00, 2025-01-10T00:00, 2025-01-10T07:00",
        "22:00-07:00, 2025-01-10T06:59, 2025-01-10T07:00",
        "22:00-07:00, 2025-01-10T07:00, 2025-01-10T07:00",
        "12:00-14:00, 2025-01-10T13:00, 2025-01-10T14:00",
        "00:00-23:59, 2025-01-10T23:59, 2025-01-10T23:59",
        "07:00-07:00, 2025-01-10T07:00, 2025-01-10T07:00",
        // Both nights in which the clocks are changed.
        "22:00-07:00, 2025-03-29T23:00, 2025-03-30T07:00",
        "22:00-07:00, 2025-10-25T23:00, 2025-10-26T07:00",
    })
    void what_is_not_urgent_waits_for_their_end(String hours, String at, String told) {
        assertThat(QuietHours.of(hours, PARIS).after(local(at))).isEqualTo(local(told));
    }

    @Test
    void an_end_that_the_clocks_skip_is_when_they_skip_it() {
        var quiet = QuietHours.of("22:00-02:30", PARIS);
        assertThat(quiet.after(Instant.parse("2025-03-30T00:30:00Z")))
                .isEqualTo(Instant.parse("2025-03-30T01:00:00Z"));
    }

    @Test
    void an_end_that_comes_twice_ends_the_quiet_of_each_time() {
        var quiet = QuietHours.of("22:00-02:30", PARIS);
        assertThat(quiet.after(Instant.parse("2025-10-26T00:10:00Z")))
                .isEqualTo(Instant.parse("2025-10-26T00:30:00Z"));
        assertThat(quiet.after(Instant.parse("2025-10-26T01:10:00Z")))
                .isEqualTo(Instant.parse("2025-10-26T01:30:00Z"));
    }

    private static Instant local(String dateAndTime) {
        return LocalDateTime.parse(dateAndTime).atZone(PARIS).toInstant();
    }
}
