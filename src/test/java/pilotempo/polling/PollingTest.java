package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.live.Diagnosis;
import pilotempo.marstek.LineCounts;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.PollSettings;

class PollingTest extends PollingScene {
    @Test
    void a_round_makes_one_reading_stamped_with_the_first_power_reply()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(E3);
                            case POWER -> salon.answer(power(-466, 61));
                            case MODE ->
                                    salon.answer(
                                            Observation.builder()
                                                    .mode(OperatingMode.AUTO)
                                                    .number(Quantity.SOC_PCT, 60.0)
                                                    .build());
                            default -> DENIED;
                        };

        nextRound();

        await().until(() -> history.readings.size() == 1);
        var reading = history.readings.getFirst();
        assertThat(reading.battery()).isEqualTo(MAC);
        assertThat(reading.at()).isEqualTo(Instant.parse("2026-11-25T06:00:00Z"));
        assertThat(reading.values().mode()).isEqualTo(OperatingMode.AUTO);
        assertThat(reading.values().number(Quantity.SOC_PCT)).isEqualTo(61);
        assertThat(reading.values().number(Quantity.TEMPERATURE_C)).isNull();
    }

    @Test
    void a_lost_read_is_repeated_once_before_the_round_goes_on() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.MODE);
        var losses = new ArrayList<Query>();
        salon.script =
                query -> {
                    if (query == Query.POWER && losses.isEmpty()) {
                        losses.add(query);
                        return new Reply.Lost(Duration.ofSeconds(2));
                    }
                    return salon.answer(power(100, 50));
                };

        nextRound();

        await().until(() -> salon.asked.size() == 3);
        assertThat(salon.asked).containsExactly(Query.POWER, Query.POWER, Query.MODE);
        var link = state().link();
        assertThat(link.sent()).isEqualTo(3);
        assertThat(link.answered()).isEqualTo(2);
    }

    @Test
    void only_the_battery_whose_meter_answers_is_asked_for_it_every_round()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon", "garage");
        for (var id : List.of("salon", "garage")) {
            var line = line(id);
            line.supported = EnumSet.of(Query.POWER, Query.METER);
            line.script =
                    query ->
                            query == Query.METER
                                    ? line.answer(
                                            Observation.builder()
                                                    .ctConnected(id.equals("garage"))
                                                    .number(
                                                            Quantity.METER_POWER_W,
                                                            id.equals("garage") ? 320.0 : null)
                                                    .build())
                                    : line.answer(power(0, 50));
        }
        nextRound();
        await().until(() -> line("salon").asked.size() == 2 && line("garage").asked.size() == 2);
        for (int round = 2; round <= 4; round++) {
            int expected = round;
            manual.awaitWaiting(3);
            manual.advance(Duration.ofSeconds(60));
            await().until(
                            () ->
                                    count("garage", Query.METER) == expected
                                            && count("salon", Query.POWER) == expected);
        }
        assertThat(count("salon", Query.METER)).isEqualTo(1);
    }

    @Test
    void a_value_is_unknown_once_it_is_older_than_three_intervals() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> state().latest(Quantity.SOC_PCT) != null);

        var at = Instant.parse("2026-11-25T06:00:00Z");
        assertThat(state().now(Quantity.SOC_PCT, at.plusSeconds(180))).isEqualTo(50);
        assertThat(state().now(Quantity.SOC_PCT, at.plusSeconds(181))).isNull();
        assertThat(state().reachable(at.plusSeconds(180))).isTrue();
        assertThat(state().reachable(at.plusSeconds(181))).isFalse();
    }

    @Test
    void a_user_who_asks_again_does_not_wait_for_the_next_round() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.CELLS);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        manual.awaitWaiting(2);
        Objects.requireNonNull(polling).askAgain("salon");
        await().until(() -> salon.asked.size() == 3);
        assertThat(salon.asked).containsExactly(Query.POWER, Query.CELLS, Query.POWER);
    }

    @Test
    void closing_ends_all_threads_at_once() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        nextRound();
        await().until(() -> !line("salon").asked.isEmpty());
        long start = System.nanoTime();
        Objects.requireNonNull(polling).close();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        int asked = line("salon").asked.size();
        manual.advance(Duration.ofHours(1));
        assertThat(line("salon").asked).hasSize(asked);
    }

    @Test
    void an_error_took_its_time_like_any_answer() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> DENIED;
        nextRound();
        await().until(() -> state().link().answered() == 1);
        assertThat(state().link().p50()).isEqualTo(Duration.ofMillis(150));
    }

    @Test
    void somebody_else_asking_is_told_while_it_lasts_and_forgotten_hours_later()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 1);
        salon.counts = new LineCounts(1, 1, 0, 0, 500, 0, 0, 0);
        for (int round = 0; round < 10; round++) {
            roundOf(Duration.ofMinutes(2));
        }
        assertThat(state().link().diagnosis()).isEqualTo(Diagnosis.BUSY);
        for (int round = 0; round < 25; round++) {
            roundOf(Duration.ofMinutes(10));
        }
        assertThat(state().link().diagnosis()).isEqualTo(Diagnosis.GOOD);
    }

    @Test
    void a_command_that_asks_once_leaves_no_question_out() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.script =
                query ->
                        query == Query.POWER || query == Query.RADIO
                                ? salon.answer(power(0, 50))
                                : new Reply.Lost(Duration.ofSeconds(2));
        Objects.requireNonNull(polling).askAllOnce();
        assertThat(count("salon", Query.CELLS)).isEqualTo(2);
        assertThat(count("salon", Query.RADIO)).isEqualTo(1);
        assertThat(count("salon", Query.IDENTITY)).isEqualTo(3);
        assertThat(salon.asked).startsWith(Query.IDENTITY, Query.POWER);
        assertThat(salon.asked.getLast()).isEqualTo(Query.IDENTITY);
    }

    @Test
    void a_command_that_asks_once_gives_a_silent_battery_up_after_two_questions()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        Objects.requireNonNull(polling).askAllOnce();
        assertThat(line("salon").asked).containsExactly(Query.IDENTITY, Query.POWER);
        assertThat(state().link().diagnosis()).isEqualTo(Diagnosis.UNREACHABLE);
    }

    @Test
    void what_a_round_has_learnt_is_stored_though_it_is_interrupted() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.script =
                query -> {
                    if (query == Query.METER) {
                        throw new IllegalStateException("as abrupt as an interruption");
                    }
                    return query == Query.IDENTITY
                            ? salon.identity(E3)
                            : salon.answer(power(0, 50));
                };
        nextRound();
        await().until(() -> history.readings.size() == 1);
    }
}
