package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.settings.NotificationSettings;
import pilotempo.ui.settings.AlertsEntry.Fault;

class AlertsEntryTest {
    private static final AlertsEntry GOOD =
            new AlertsEntry("1:x", "-7", "https://ntfy.example/x", "23:00-06:30", "50", "15", "98");

    @Test
    void what_was_typed_is_put_into_the_settings() {
        assertThat(GOOD.fault()).isEmpty();
        var saved = GOOD.applied(NotificationSettings.DEFAULT);
        assertThat(saved.telegramBotToken().orElseThrow().reveal()).isEqualTo("1:x");
        assertThat(saved.telegramChatId()).contains("-7");
        assertThat(saved.webhookUrl().orElseThrow()).hasToString("https://ntfy.example/x");
        assertThat(saved.quietHours()).isEqualTo("23:00-06:30");
        assertThat(saved.temperatureHigh()).isEqualTo(50);
        assertThat(saved.socLow()).contains(15);
        assertThat(saved.socFull()).contains(98);
    }

    @Test
    void an_empty_secret_stays_as_it_is_and_an_empty_level_is_off() {
        var saved = GOOD.applied(NotificationSettings.DEFAULT);
        var again = new AlertsEntry("", " ", "", "", "50", "", "").applied(saved);
        assertThat(again.telegramBotToken()).isEqualTo(saved.telegramBotToken());
        assertThat(again.telegramChatId()).isEqualTo(saved.telegramChatId());
        assertThat(again.webhookUrl()).isEqualTo(saved.webhookUrl());
        assertThat(again.socLow()).isEmpty();
        assertThat(again.socFull()).isEmpty();
        assertThat(AlertsEntry.shownQuiet(again.quietHours())).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ntfy.example/x, 22:00-07:00, 45, '', '', WEBHOOK",
        "https://, 22:00-07:00, 45, '', '', WEBHOOK",
        "'', 22-7, 45, '', '', QUIET",
        "'', 24:00-07:00, 45, '', '', QUIET",
        "'', 22:00-07:00, 19, '', '', HOT",
        "'', 22:00-07:00, '', '', '', HOT",
        "'', 22:00-07:00, 45, 0, '', LOW",
        "'', 22:00-07:00, 45, ten, '', LOW",
        "'', 22:00-07:00, 45, '', 49, FULL",
        "'', 22:00-07:00, 45, '', 101, FULL",
    })
    void what_can_not_be_is_told_beside_its_field(
            String webhook, String quiet, String hot, String low, String full, Fault fault) {
        assertThat(new AlertsEntry("", "", webhook, quiet, hot, low, full).fault()).contains(fault);
    }
}
