package pilotempo.polling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pilotempo.live.HarmSign;
import pilotempo.marstek.Query;
import pilotempo.marstek.Reply;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.PollSettings;

/** A battery that loses the more the oftener it is asked, over days of its own time. */
class AskedTooOftenTest extends PollingScene {
    private static final Duration SET = Duration.ofSeconds(20);

    /** Requests in ten minutes that it bears without a loss, and from how many on it is worst. */
    private static final int BORNE = 10;

    private static final int WORST = 60;

    private final Random random = new Random(7);
    private final Deque<Instant> lastTenMinutes = new ArrayDeque<>();
    private final List<Instant> changes = new ArrayList<>();
    private double mostLost = 0.6;
    private boolean away;
    private int sent;
    private int lost;
    private @Nullable BatteryPoll poll;

    @BeforeEach
    void begin() {
        poll = poll(SET, true);
    }

    private BatteryPoll poll(Duration set, boolean adaptive) {
        var standard = PollSettings.DEFAULT;
        var settings =
                new PollSettings(
                        Optional.of(set),
                        standard.slowInterval(),
                        standard.gap(),
                        standard.timeout(),
                        standard.retries(),
                        adaptive,
                        standard.bind(),
                        standard.discovery());
        start(settings, "salon");
        line("salon").script = this::reply;
        return new BatteryPoll(
                BatterySettings.at("salon", "salon", "127.0.0.9", 30000),
                settings,
                line("salon"),
                Optional.empty(),
                new MeterKeeper(),
                live,
                history,
                manual.time());
    }

    private Reply reply(Query query) {
        var now = manual.time().now();
        lastTenMinutes.addLast(now);
        while (lastTenMinutes.getFirst().isBefore(now.minus(Duration.ofMinutes(10)))) {
            lastTenMinutes.removeFirst();
        }
        double often = (double) (lastTenMinutes.size() - BORNE) / (WORST - BORNE);
        sent++;
        if (away || random.nextDouble() < mostLost * Math.clamp(often, 0, 1)) {
            lost++;
            return new Reply.Lost(Duration.ofSeconds(2));
        }
        return query == Query.IDENTITY
                ? line("salon").identity(E3)
                : line("salon").answer(power(100, 50));
    }

    private void run(Duration time) throws InterruptedException {
        sent = 0;
        lost = 0;
        changes.clear();
        var end = manual.time().now().plus(time);
        int before = state().link().harm().slowing();
        while (manual.time().now().isBefore(end)) {
            var wait = Objects.requireNonNull(poll).nextRound(false, false, false);
            manual.advance(wait);
            int slowing = state().link().harm().slowing();
            if (slowing != before) {
                changes.add(manual.time().now());
            }
            before = slowing;
        }
    }

    private double share() {
        return (double) lost / sent;
    }

    @Test
    void it_is_asked_less_often_within_minutes_and_that_is_told() throws InterruptedException {
        run(Duration.ofMinutes(20));
        var link = state().link();
        assertThat(link.harm().slowing()).isGreaterThanOrEqualTo(2);
        assertThat(link.pace()).isEqualTo(SET.multipliedBy(link.harm().slowing()));
        assertThat(link.harm().cause()).isEqualTo(HarmSign.LOSSES);
        assertThat(link.harm().lastHour()).containsKey(HarmSign.LOSSES);
    }

    @Test
    void the_pace_settles_where_the_battery_is_well() throws InterruptedException {
        run(Duration.ofHours(2));
        run(Duration.ofHours(22));
        assertThat(share()).isLessThan(0.25);
        assertThat(changes).hasSizeLessThanOrEqualTo(12);
        run(Duration.ofDays(3));
        assertThat(share()).isLessThan(0.2);
        assertThat(changes).hasSizeLessThanOrEqualTo(12);
    }

    @Test
    void once_it_bears_more_the_pace_comes_back() throws InterruptedException {
        run(Duration.ofHours(1));
        mostLost = 0;
        run(Duration.ofHours(12));
        assertThat(state().link().pace()).isEqualTo(SET);
        assertThat(state().link().harm().cause()).isNull();
    }

    @Test
    void rounds_missed_whole_count_while_it_answers_in_between() throws InterruptedException {
        mostLost = 0.75;
        run(Duration.ofMinutes(30));
        assertThat(state().link().harm().cause()).isEqualTo(HarmSign.LOSSES);
    }

    @Test
    void what_is_asked_late_in_a_round_is_asked_in_the_next_one_too() throws InterruptedException {
        var asked = new ArrayList<Query>();
        line("salon").script =
                query -> {
                    asked.add(query);
                    manual.advance(Duration.ofSeconds(5)); // the gap of most firmware
                    return query == Query.IDENTITY
                            ? line("salon").identity(E3)
                            : line("salon").answer(power(100, 50));
                };
        run(SET.multipliedBy(10));
        assertThat(asked.stream().filter(Query.MODE::equals)).hasSizeGreaterThanOrEqualTo(9);
        assertThat(asked.stream().filter(Query.POWER::equals)).hasSizeGreaterThanOrEqualTo(9);
    }

    @Test
    void one_that_is_away_is_the_back_offs_business() throws InterruptedException {
        mostLost = 0;
        run(Duration.ofMinutes(10));
        away = true;
        run(Duration.ofHours(1));
        away = false;
        run(Duration.ofMinutes(10));
        assertThat(state().link().harm().lastHour()).doesNotContainKey(HarmSign.LOSSES);
        assertThat(state().link().pace()).isEqualTo(SET);
    }

    @Test
    void losses_of_a_fifth_slow_nothing() throws InterruptedException {
        mostLost = 0.2;
        run(Duration.ofHours(6));
        assertThat(state().link().harm().slowing()).isEqualTo(1);
    }

    @Test
    void what_may_not_be_slowed_is_not_said_to_be() throws InterruptedException {
        poll = poll(SET, false);
        run(Duration.ofHours(1));
        var harm = state().link().harm();
        assertThat(harm.lastHour()).containsKey(HarmSign.LOSSES);
        assertThat(harm.slowing()).isEqualTo(1);
        assertThat(state().link().pace()).isEqualTo(SET);
    }
}
