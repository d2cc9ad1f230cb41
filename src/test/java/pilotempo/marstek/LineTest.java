package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pilotempo.marstek.Lan.answered;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import pilotempo.battery.ModeCommand;

/** Pace and order of one battery's requests, over real sockets. */
class LineTest {
    private final Lan lan;

    LineTest() throws IOException {
        lan = new Lan();
    }

    @AfterEach
    void close() {
        lan.close();
    }

    /** Shortest quiet, in the network's time, between the battery's last word and a request. */
    private static Duration shortestQuiet(ScriptedBattery battery) {
        long shortest = Long.MAX_VALUE;
        for (var request : battery.heard()) {
            for (long said : battery.said()) {
                if (said < request.nanos()) {
                    shortest = Math.min(shortest, request.nanos() - said);
                }
            }
        }
        return Duration.ofNanos(shortest).multipliedBy(Lan.FASTER);
    }

    @Test
    void an_identity_teaches_family_and_firmware() throws Exception {
        lan.battery(2, Lan.MAC);
        var base = lan.settings(2);
        var line =
                lan.network.line(
                        new LineSettings(
                                base.id(),
                                base.host(),
                                base.port(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                base.longestTimeOut(),
                                false));
        assertThat(line.state().gap()).isEqualTo(Duration.ofSeconds(5));
        assertThat(line.supports(Query.SOLAR)).isTrue();

        var device = answered(line.ask(Query.IDENTITY)).device().orElseThrow();

        assertThat(device.model()).isEqualTo("VenusE 3.0");
        assertThat(line.state().device()).contains(device);
        assertThat(line.state().gap()).isEqualTo(Duration.ofSeconds(2));
        assertThat(line.supports(Query.SOLAR)).isFalse();
        assertThat(line.supports(Query.POWER)).isTrue();
    }

    @Test
    void the_first_request_waits_one_gap_and_each_further_one_too() throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        long opened = System.nanoTime();
        var line = lan.line(2);
        for (int i = 0; i < 6; i++) {
            answered(line.ask(Query.MODE));
        }
        assertThat((battery.heard().getFirst().nanos() - opened) * Lan.FASTER)
                .isGreaterThanOrEqualTo(Lan.GAP.toNanos());
        assertThat(shortestQuiet(battery)).isGreaterThanOrEqualTo(Lan.GAP);
    }

    @Test
    void the_gap_holds_after_a_time_out_too() throws Exception {
        var battery = lan.battery(2, Lan.MAC).does((_, _) -> {});
        var line = lan.network.line(lan.pinned(2, Lan.MAC));
        for (int i = 0; i < 2; i++) {
            assertThat(line.ask(Query.MODE))
                    .isInstanceOfSatisfying(
                            Reply.Lost.class,
                            lost ->
                                    assertThat(lost.waited())
                                            .isGreaterThan(Duration.ofMillis(4999)));
        }
        long between = battery.heard().get(1).nanos() - battery.heard().get(0).nanos();
        assertThat(Duration.ofNanos(between).multipliedBy(Lan.FASTER))
                .isGreaterThanOrEqualTo(Duration.ofSeconds(5).plus(Lan.GAP));
    }

    @Test
    void concurrent_callers_never_have_two_requests_in_flight() throws Exception {
        var open = new AtomicInteger();
        var most = new AtomicInteger();
        var battery =
                lan.battery(2, Lan.MAC)
                        .does(
                                (self, request) -> {
                                    most.accumulateAndGet(open.incrementAndGet(), Math::max);
                                    caller(
                                            () -> {
                                                lan.time.pause().forAtLeast(Lan.GAP);
                                                open.decrementAndGet();
                                                self.answer(request);
                                            });
                                });
        var line = lan.line(2);
        var answers = new CopyOnWriteArrayList<Reply>();
        var callers = new ArrayList<Thread>();
        for (int i = 0; i < 8; i++) {
            callers.add(caller(() -> answers.add(line.ask(Query.MODE))));
        }
        for (var thread : callers) {
            thread.join();
        }
        assertThat(answers).hasSize(8).allMatch(Reply.Answered.class::isInstance);
        assertThat(most).hasValue(1);
        assertThat(battery.heard().stream().map(ScriptedBattery.Heard::id)).doesNotHaveDuplicates();
        assertThat(shortestQuiet(battery)).isGreaterThanOrEqualTo(Lan.GAP);
    }

    @Test
    void a_write_goes_ahead_of_reads_that_wait() throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        var line = lan.network.line(lan.calm(2));
        answered(line.ask(Query.MODE));
        var reads = new ArrayList<Thread>();
        for (int i = 0; i < 3; i++) {
            reads.add(caller(() -> line.ask(Query.METER)));
        }
        await().pollInterval(Duration.ofMillis(5))
                .until(() -> reads.stream().allMatch(LineTest::waits));

        assertThat(line.order(ModeCommand.Auto::new, Haste.NONE))
                .isInstanceOf(Acknowledgement.Received.class);

        for (var thread : reads) {
            thread.join();
        }
        assertThat(battery.heard().stream().map(ScriptedBattery.Heard::method))
                .containsExactly(
                        "ES.GetMode", "ES.SetMode", "EM.GetStatus", "EM.GetStatus", "EM.GetStatus");
        assertThat(shortestQuiet(battery)).isGreaterThanOrEqualTo(Lan.CALM_GAP);
    }

    @Test
    void nothing_is_written_before_the_right_battery_answered_at_this_address() throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        var line = lan.network.line(lan.pinned(2, Lan.MAC));
        assertThat(line.order(ModeCommand.Auto::new, Haste.NONE))
                .isInstanceOf(Acknowledgement.NotSent.class);
        answered(line.ask(Query.MODE));
        assertThat(line.order(ModeCommand.Auto::new, Haste.NONE))
                .isInstanceOf(Acknowledgement.Received.class);

        line.moveTo(lan.address(3));

        assertThat(line.state().macSeen()).isFalse();
        assertThat(line.order(ModeCommand.Auto::new, Haste.NONE))
                .isInstanceOf(Acknowledgement.NotSent.class);
        assertThat(battery.heard()).hasSize(2);
    }

    @Test
    void a_refused_write_and_an_error_are_told() throws Exception {
        lan.battery(2, Lan.MAC)
                .does(
                        (self, request) -> {
                            switch (request.method()) {
                                case "ES.SetMode" ->
                                        self.say(
                                                ScriptedBattery.reply(
                                                        request.id(),
                                                        Lan.MAC,
                                                        "{\"set_result\":false}"),
                                                request.from());
                                case "PV.GetStatus" ->
                                        self.say(
                                                "{\"id\":%d,\"src\":\"VenusE 3.0-%s\",\"error\":"
                                                                .formatted(request.id(), Lan.MAC)
                                                        + "{\"code\":-32601,\"message\":\"Method"
                                                        + " not found\",\"data\":424}}",
                                                request.from());
                                default -> self.answer(request);
                            }
                        });
        var line = lan.line(2);
        answered(line.ask(Query.MODE));
        assertThat(line.order(ModeCommand.Auto::new, Haste.NONE))
                .isInstanceOf(Acknowledgement.Refused.class);
        assertThat(line.ask(Query.SOLAR))
                .isInstanceOfSatisfying(
                        Reply.Refused.class, refused -> assertThat(refused.unsupported()).isTrue());
        assertThat(line.state().counts().answered()).isEqualTo(3);
    }

    @Test
    void the_gap_starts_anew_after_a_late_reply() throws Exception {
        var late = new AtomicInteger();
        var battery =
                lan.battery(2, Lan.MAC)
                        .does(
                                (self, request) -> {
                                    if (!late.compareAndSet(0, request.id())) {
                                        self.answer(request);
                                    }
                                });
        var line = lan.network.line(lan.calm(2));
        assertThat(line.ask(Query.POWER)).isInstanceOf(Reply.Lost.class);
        lan.time.pause().forAtLeast(Lan.CALM_GAP); // the quiet after the time-out is over
        battery.say(
                ScriptedBattery.reply(late.get(), Lan.MAC, "{}"),
                battery.heard().getFirst().from());
        await().pollInterval(Duration.ofMillis(1)).until(() -> line.state().counts().late() == 1);
        answered(line.ask(Query.POWER));
        assertThat(shortestQuiet(battery)).isGreaterThanOrEqualTo(Lan.CALM_GAP);
    }

    @Test
    void foreign_traffic_delays_by_one_more_gap_at_most() throws Exception {
        var battery = lan.battery(2, Lan.MAC);
        var line = lan.line(2);
        answered(line.ask(Query.MODE));
        long ended = battery.said().getLast();
        var to = battery.heard().getFirst().from();
        var stop = new AtomicInteger();
        var chatter =
                caller(
                        () -> {
                            while (stop.get() == 0) {
                                battery.say(ScriptedBattery.reply(0, Lan.MAC, "{}"), to);
                                lan.time.pause().forAtLeast(Lan.GAP.dividedBy(4));
                            }
                        });
        answered(line.ask(Query.MODE));
        stop.set(1);
        chatter.join();
        var waited =
                Duration.ofNanos(battery.heard().getLast().nanos() - ended)
                        .multipliedBy(Lan.FASTER);
        assertThat(waited)
                .isGreaterThanOrEqualTo(Lan.GAP.multipliedBy(2).minusMillis(110))
                .isLessThan(Lan.GAP.multipliedBy(4));
        assertThat(line.state().counts().foreign()).isGreaterThan(2);
    }

    @Test
    void the_time_out_follows_the_batterys_own_latency() throws Exception {
        lan.battery(2, Lan.MAC);
        var line = lan.line(2);
        assertThat(line.state().timeOut()).isEqualTo(Duration.ofSeconds(5));
        for (int i = 0; i < 5; i++) {
            answered(line.ask(Query.MODE));
        }
        assertThat(line.state().timeOut()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    private static boolean waits(Thread thread) {
        return thread.getState() == Thread.State.TIMED_WAITING;
    }

    private interface Call {
        void run() throws InterruptedException;
    }

    private static Thread caller(Call call) {
        return Thread.ofPlatform()
                .name("caller")
                .daemon()
                .start(
                        () -> {
                            try {
                                call.run();
                            } catch (InterruptedException stopped) {
                                Thread.currentThread().interrupt();
                            }
                        });
    }
}
