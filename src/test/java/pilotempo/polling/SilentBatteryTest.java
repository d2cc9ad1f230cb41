package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.history.KnownBattery;
import pilotempo.live.Diagnosis;
import pilotempo.marstek.FoundDevice;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.PollSettings;

class SilentBatteryTest extends PollingScene {
    @Test
    void a_silent_battery_is_not_asked_everything_and_slows_down_to_five_minutes()
            throws InterruptedException {
        start(
                new PollSettings(
                        Optional.of(Duration.ofSeconds(60)),
                        Duration.ofSeconds(300),
                        Optional.empty(),
                        Duration.ofSeconds(10),
                        1,
                        true,
                        Optional.empty(),
                        false),
                "salon");
        var salon = line("salon");

        nextRound();
        await().until(() -> salon.asked.size() == 4);
        assertThat(salon.asked)
                .containsExactly(Query.IDENTITY, Query.IDENTITY, Query.POWER, Query.POWER);
        assertThat(state().link().diagnosis()).isEqualTo(Diagnosis.UNREACHABLE);

        for (int round = 0; round < 8; round++) {
            int before = salon.asked.size();
            manual.awaitWaiting(1);
            manual.advance(Duration.ofMinutes(5));
            await().until(() -> salon.asked.size() > before);
        }
        manual.awaitWaiting(1);
        int before = salon.asked.size();
        manual.advance(Duration.ofSeconds(299));
        manual.awaitWaiting(1);
        assertThat(salon.asked).hasSize(before);
        manual.advance(Duration.ofSeconds(1));
        await().until(() -> salon.asked.size() > before);
        assertThat(state().link().pace()).isEqualTo(Duration.ofMinutes(5));
        assertThat(history.readings).isEmpty();
    }

    @Test
    void a_battery_that_moved_is_found_again_by_its_mac() throws InterruptedException {
        history.known.put(
                MAC,
                new KnownBattery(
                        MAC, "salon", "Salon", "VenusE 3.0", 150, Set.of(), Instant.EPOCH));
        network.toBeFound.add(new FoundDevice(E3, new InetSocketAddress("127.0.0.77", 30000)));
        start(PollSettings.DEFAULT, "salon");
        nextRound();
        for (int second = 0; second < 600 && line("salon").moves.isEmpty(); second += 5) {
            manual.awaitWaiting(2);
            manual.advance(Duration.ofSeconds(5));
        }
        await().until(() -> !line("salon").moves.isEmpty());
        assertThat(line("salon").moves).containsExactly(new InetSocketAddress("127.0.0.77", 30000));
    }

    @Test
    void a_battery_that_vanishes_is_sought_soon_though_another_is_long_gone()
            throws InterruptedException {
        for (var id : List.of("salon", "garage")) {
            var mac = new Mac(id.equals("salon") ? "02005e00001c" : "02005e00001d");
            history.known.put(
                    mac, new KnownBattery(mac, id, id, "VenusE 3.0", 150, Set.of(), Instant.EPOCH));
        }
        start(PollSettings.DEFAULT, "salon", "garage");
        line("garage").script = _ -> line("garage").answer(power(0, 50));
        nextRound();
        // By then salon is sought once an hour, and the next time in forty minutes.
        for (int step = 0; step < 260 * 12; step++) {
            manual.awaitWaiting(3);
            manual.advance(Duration.ofSeconds(5));
        }
        int before = network.searches.size();
        line("garage").script = _ -> new Reply.Lost(Duration.ofSeconds(2));
        for (int step = 0; step < 6 * 12; step++) {
            manual.awaitWaiting(3);
            manual.advance(Duration.ofSeconds(5));
        }
        assertThat(network.searches.size()).isGreaterThan(before);
    }

    @Test
    void a_battery_that_fell_silent_is_not_reachable_however_slowly_it_is_asked_since()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script = _ -> salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 1);
        salon.script = _ -> new Reply.Lost(Duration.ofSeconds(2));
        for (int round = 0; round < 5; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        assertThat(state().link().pace()).isGreaterThan(Duration.ofMinutes(2));
        assertThat(state().reachable(manual.time().now())).isFalse();
    }

    @Test
    void the_first_value_after_a_silence_is_no_longer_good_than_any_other()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        for (int round = 0; round < 5; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        salon.script = _ -> salon.answer(power(0, 50));
        roundOf(Duration.ofMinutes(5));
        assertThat(Objects.requireNonNull(state().latest(Quantity.SOC_PCT)).goodFor())
                .isEqualTo(Duration.ofMinutes(3));
        assertThat(state().link().pace()).isEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void an_identity_that_was_lost_is_asked_again_in_the_next_round_after_the_rest()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER, Query.MODE);
        salon.script =
                query ->
                        query == Query.IDENTITY
                                ? new Reply.Lost(Duration.ofSeconds(2))
                                : salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 4);
        salon.script =
                query -> query == Query.IDENTITY ? salon.identity(E3) : salon.answer(power(0, 50));
        manual.awaitWaiting(2);
        manual.advance(Duration.ofSeconds(60));
        await().until(() -> salon.asked.size() == 7);
        assertThat(salon.asked.subList(4, 7))
                .containsExactly(Query.POWER, Query.MODE, Query.IDENTITY);
        manual.awaitWaiting(2);
        manual.advance(Duration.ofSeconds(60));
        await().until(() -> salon.asked.size() == 9);
        manual.awaitWaiting(2);
        assertThat(count("salon", Query.IDENTITY)).isEqualTo(3);
    }

    @Test
    void a_battery_that_comes_back_is_asked_whether_it_has_new_firmware()
            throws InterruptedException {
        start(PollSettings.DEFAULT, "salon");
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.IDENTITY, Query.POWER);
        salon.script =
                query -> query == Query.IDENTITY ? salon.identity(E3) : salon.answer(power(0, 50));
        nextRound();
        await().until(() -> salon.asked.size() == 2);
        var answers = salon.script;
        salon.script = _ -> new Reply.Lost(Duration.ofSeconds(2));
        for (int round = 0; round < 4; round++) {
            roundOf(Duration.ofMinutes(5));
        }
        salon.script = answers;
        roundOf(Duration.ofMinutes(5));
        assertThat(count("salon", Query.IDENTITY)).isEqualTo(1);
        roundOf(Duration.ofSeconds(60));
        assertThat(count("salon", Query.IDENTITY)).isEqualTo(2);
    }

    @Test
    void a_missing_battery_that_answers_a_probe_is_asked_at_once() throws InterruptedException {
        history.known.put(
                MAC,
                new KnownBattery(
                        MAC, "salon", "Salon", "VenusE 3.0", 150, Set.of(), Instant.EPOCH));
        start(PollSettings.DEFAULT, "salon");
        network.toBeFound.add(new FoundDevice(E3, new InetSocketAddress("127.0.0.9", 30000)));
        var salon = line("salon");
        salon.supported = EnumSet.of(Query.POWER);
        salon.script =
                _ ->
                        network.searches.isEmpty()
                                ? new Reply.Lost(Duration.ofSeconds(2))
                                : salon.answer(power(0, 50));
        nextRound();
        for (int step = 0; step < 200 && network.searches.isEmpty(); step++) {
            manual.awaitWaiting(2);
            manual.advance(Duration.ofSeconds(5));
        }
        await().until(() -> state().latest(Quantity.SOC_PCT) != null);
        assertThat(salon.moves).isEmpty();
    }
}
