package pilotempo.marstek;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;

class ModeRequestTest {
    private static String sent(ModeCommand command, Family family) {
        var request = ModeRequest.of(command, family);
        return new String(Wire.request(7, request.method(), request.params()), UTF_8);
    }

    private static String config(String config) {
        return "{\"id\":7,\"method\":\"ES.SetMode\",\"params\":{\"id\":0,\"config\":"
                + config
                + "}}";
    }

    @Test
    void each_mode_has_its_own_object() {
        assertThat(sent(new ModeCommand.Auto(), Family.VENUS_E3))
                .isEqualTo(config("{\"mode\":\"Auto\",\"auto_cfg\":{\"enable\":1}}"));
        assertThat(sent(new ModeCommand.Ai(), Family.VENUS_E3))
                .isEqualTo(config("{\"mode\":\"AI\",\"ai_cfg\":{\"enable\":1}}"));
        assertThat(sent(new ModeCommand.Ups(), Family.VENUS_E3))
                .isEqualTo(config("{\"mode\":\"UPS\",\"ups_cfg\":{\"enable\":1}}"));
    }

    @Test
    void passive_charges_with_a_negative_power_until_its_time_is_over() {
        assertThat(
                        sent(
                                new ModeCommand.Passive(-1300, Duration.ofMillis(3_599_001)),
                                Family.VENUS_E3))
                .isEqualTo(
                        config(
                                "{\"mode\":\"Passive\",\"passive_cfg\":"
                                        + "{\"power\":-1300,\"cd_time\":3600}}"));
    }

    @Test
    void a_slot_has_its_days_as_bits_from_monday_on() {
        var slot =
                new ManualSlot(
                        3,
                        LocalTime.of(2, 5),
                        LocalTime.of(23, 59),
                        EnumSet.of(DayOfWeek.MONDAY, DayOfWeek.SUNDAY),
                        800);
        var written =
                "\"time_num\":3,\"start_time\":\"02:05\",\"end_time\":\"23:59\",\"week_set\":65,"
                        + "\"power\":800,\"enable\":1";
        assertThat(sent(new ModeCommand.Manual(slot), Family.VENUS_E3))
                .isEqualTo(config("{\"mode\":\"Manual\",\"manual_cfg\":{" + written + "}}"));
        assertThat(sent(new ModeCommand.Manual(slot), Family.VENUS_MINI))
                .isEqualTo(
                        config(
                                "{\"mode\":\"Manual\",\"manual_cfg\":{"
                                        + written
                                        + ",\"manual_set\":2}}"));
    }

    @Test
    void every_day_is_127_and_clearing_a_slot_disables_it() {
        var slot =
                new ManualSlot(0, LocalTime.MIN, LocalTime.NOON, Set.of(DayOfWeek.values()), -200);
        assertThat(sent(new ModeCommand.Manual(slot), Family.VENUS_A))
                .contains("\"week_set\":127", "\"power\":-200");
        assertThat(sent(new ModeCommand.ClearSlot(9), Family.VENUS_A))
                .contains("\"mode\":\"Manual\"", "\"time_num\":9", "\"enable\":0");
    }

    @Test
    void a_question_is_compact() {
        assertThat(Wire.request(17, "ES.GetStatus", Wire.params(Query.POWER)))
                .asString(UTF_8)
                .isEqualTo("{\"id\":17,\"method\":\"ES.GetStatus\",\"params\":{\"id\":0}}");
        assertThat(Wire.request(1, "Marstek.GetDevice", Wire.params(Query.IDENTITY)))
                .asString(UTF_8)
                .isEqualTo(
                        "{\"id\":1,\"method\":\"Marstek.GetDevice\",\"params\":{\"ble_mac\":\"0\"}}");
    }
}
