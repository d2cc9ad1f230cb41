package pilotempo.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotTimesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    22:00 | 06:00 | mon | 1 22:00-23:59 [MONDAY]; 2 00:00-06:00 [TUESDAY]
                    22:00 | 00:01 | sun | 1 22:00-23:59 [SUNDAY]; 2 00:00-00:01 [MONDAY]
                    22:00 | 24:00 | mon | 1 22:00-23:59 [MONDAY]
                    22:00 | 00:00 | mon | 1 22:00-23:59 [MONDAY]
                    00:00 | 24:00 | mon | 1 00:00-23:59 [MONDAY]
                    23:59 | 06:00 | mon | 1 00:00-06:00 [TUESDAY]
                    6:00  | 22:00 | Sat | 1 06:00-22:00 [SATURDAY]
                    00:00 | 23:59 | sat | 1 00:00-23:59 [SATURDAY]
                    """)
    void times_become_slots(String from, String to, String day, String slots)
            throws CommandProblem {
        assertThat(
                        SlotTimes.parse(from, to, List.of(day)).slots(1, 2, 500).stream()
                                .map(
                                        slot ->
                                                slot.number()
                                                        + " "
                                                        + slot.from()
                                                        + "-"
                                                        + slot.to()
                                                        + " "
                                                        + slot.days())
                                .toList())
                .isEqualTo(List.of(slots.split("; ", -1)));
    }

    @Test
    void a_slot_without_length_is_none() {
        assertThatThrownBy(() -> SlotTimes.parse("06:00", "06:00", List.of()))
                .isInstanceOf(CommandProblem.class);
        assertThatThrownBy(() -> SlotTimes.parse("23:59", "24:00", List.of()))
                .isInstanceOf(CommandProblem.class);
        assertThatThrownBy(() -> SlotTimes.parse("06:00:30", "07:00", List.of()))
                .isInstanceOf(CommandProblem.class);
    }

    @ParameterizedTest
    @CsvSource({"2h, PT2H", "90m, PT1H30M", "1h30m, PT1H30M", "45s, PT45S", "24H, PT24H"})
    void spans_are_read(String text, Duration span) throws CommandProblem {
        assertThat(Spans.parse("--for", text)).isEqualTo(span);
    }
}
