package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Device;
import pilotempo.battery.Quantity;
import pilotempo.history.KnownBattery;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.PollSettings;

class WhatFirmwareKnowsTest extends PollingScene {
    @Test
    void a_method_that_the_device_denies_is_remembered_until_the_firmware_changes()
            throws InterruptedException {
        history.known.put(
                MAC,
                new KnownBattery(
                        MAC,
                        "salon",
                        "Salon",
                        "VenusE 3.0",
                        148,
                        Set.of("PV.GetStatus"),
                        Instant.EPOCH));
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER, Query.SOLAR);
        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(new Device(MAC, "VenusE 3.0", 148));
                            case SOLAR -> DENIED;
                            default -> salon.answer(power(0, 50));
                        };
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        assertThat(salon.asked).doesNotContain(Query.SOLAR);

        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(E3);
                            case SOLAR -> DENIED;
                            default -> salon.answer(power(0, 50));
                        };
        int before = salon.asked.size();
        manual.awaitWaiting(2);
        manual.advance(Duration.ofMinutes(51));
        await().until(() -> salon.asked.size() == before + 3);
        await().until(() -> Objects.requireNonNull(history.known.get(MAC)).firmware() == 150);
        assertThat(salon.asked.subList(before, salon.asked.size()))
                .containsExactly(Query.IDENTITY, Query.POWER, Query.SOLAR);
        assertThat(history.known.get(MAC).unsupported()).containsExactly("PV.GetStatus");
    }

    @Test
    void a_question_that_the_device_was_too_busy_to_read_is_repeated() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script =
                _ ->
                        salon.asked.size() == 1
                                ? new Reply.Refused(-32700, "Parse error", Duration.ofMillis(150))
                                : salon.answer(power(0, 50));
        nextRound();
        await().until(() -> state().latest(Quantity.SOC_PCT) != null);
        assertThat(salon.asked).containsExactly(Query.POWER, Query.POWER);
    }

    @Test
    void a_lossy_link_is_not_taken_for_firmware_that_knows_nothing() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.MODE, Query.SOLAR);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 3);
        salon.script =
                query ->
                        query == Query.POWER
                                ? salon.answer(power(0, 50))
                                : new Reply.Lost(Duration.ofSeconds(2));
        for (int round = 0; round < 8; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        int before = salon.asked.size();
        roundOf(Duration.ofMinutes(5));
        assertThat(salon.asked.subList(before, salon.asked.size())).contains(Query.MODE);
    }

    @Test
    void a_question_never_answered_among_answers_is_given_up() throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER, Query.SOLAR);
        salon.script =
                query ->
                        query == Query.POWER
                                ? salon.answer(power(0, 50))
                                : new Reply.Lost(Duration.ofSeconds(2));
        nextRound();
        await().until(() -> salon.asked.size() == 3);
        for (int round = 2; round <= 6; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        manual.awaitWaiting(2);
        assertThat(count("salon", Query.SOLAR)).isEqualTo(2 * 5);
    }

    @Test
    void new_firmware_that_a_probe_has_learnt_is_asked_what_the_old_one_denied()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER, Query.MODE);
        salon.script =
                query ->
                        switch (query) {
                            case IDENTITY -> salon.identity(new Device(MAC, "VenusE 3.0", 148));
                            case MODE -> DENIED;
                            default -> salon.answer(power(0, 50));
                        };
        nextRound();
        await().until(() -> salon.asked.size() == 3);
        roundOf(Duration.ofSeconds(60));
        assertThat(count("salon", Query.MODE)).isEqualTo(1);
        salon.device = Optional.of(E3);
        roundOf(Duration.ofSeconds(60));
        assertThat(count("salon", Query.MODE)).isEqualTo(2);
        assertThat(Objects.requireNonNull(history.known.get(MAC)).firmware()).isEqualTo(150);
    }
}
