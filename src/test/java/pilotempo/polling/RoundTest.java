package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;

class RoundTest {
    private static final Mac MAC = new Mac("02005e000023");
    private static final Instant START = Instant.parse("2026-06-21T10:00:00Z");

    private final Round round = new Round();

    @Test
    void the_cells_power_follows_from_the_panels_own_reply() {
        round.add(
                Query.POWER,
                answer(
                        0,
                        Observation.builder()
                                .number(Quantity.ONGRID_POWER_W, 0.0)
                                .number(Quantity.OFFGRID_POWER_W, 0.0)
                                .build()));
        var news =
                round.add(
                        Query.SOLAR,
                        answer(
                                3,
                                Observation.builder().number(Quantity.PV_POWER_W, 184.5).build()));

        assertThat(news.number(Quantity.POWER_W)).isEqualTo(-184.5);
        assertThat(round.reading(MAC).orElseThrow().values().number(Quantity.POWER_W))
                .isEqualTo(-184.5);
    }

    @Test
    void the_meters_own_reply_beats_the_copy_in_the_mode() {
        round.add(
                Query.METER,
                answer(
                        0,
                        Observation.builder()
                                .ctConnected(true)
                                .number(Quantity.METER_POWER_W, 2581.0)
                                .build()));
        var news =
                round.add(
                        Query.MODE,
                        answer(
                                2,
                                Observation.builder()
                                        .mode(OperatingMode.AUTO)
                                        .ctConnected(true)
                                        .number(Quantity.METER_POWER_W, 12.0)
                                        .build()));

        assertThat(news.number(Quantity.METER_POWER_W)).isNull();
        assertThat(round.reading(MAC).orElseThrow().values().number(Quantity.METER_POWER_W))
                .isEqualTo(2581);
    }

    @Test
    void without_a_power_reply_the_first_reply_stamps_the_reading() {
        round.add(Query.METER, answer(1, Observation.builder().ctConnected(false).build()));
        round.add(
                Query.CELLS,
                answer(4, Observation.builder().number(Quantity.SOC_PCT, 50.0).build()));

        assertThat(round.reading(MAC).orElseThrow().at()).isEqualTo(START.plusSeconds(1));
    }

    @Test
    void an_identity_alone_is_no_reading() {
        round.add(Query.IDENTITY, answer(0, Observation.NOTHING));

        assertThat(round.reading(MAC)).isEmpty();
    }

    private static Reply.Answered answer(int second, Observation observation) {
        return new Reply.Answered(
                observation,
                Optional.empty(),
                START.plusSeconds(second),
                Duration.ofMillis(100),
                "{}");
    }
}
