package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.automation.BatteryStanding.Standing;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;
import pilotempo.history.History;
import pilotempo.history.HistoryHealth;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;
import pilotempo.marstek.simulator.Fault;
import pilotempo.tempo.TempoColour;

/**
 * The rows of the table in docs/steering.md, over real sockets and a real database: the eve and the
 * morning of the red 13 January 2025.
 */
class WhatIfItDiesTest {
    private static final LocalDate RED = LocalDate.parse("2025-01-13");

    @TempDir private Path data;
    private @org.jspecify.annotations.Nullable RealHouse open;

    @AfterEach
    void close() {
        if (open != null) {
            open.close();
        }
    }

    private RealHouse house(String local, double soc, Fault... faults) {
        var house = new RealHouse(data, local, soc, 1, faults);
        open = house;
        return house;
    }

    private static void charges(RealHouse house) {
        house.await(() -> house.power(1) < -300);
    }

    private static boolean decided(RealHouse house) {
        return !house.journal(1).isEmpty() && house.journal(1).getLast().result() != Result.PENDING;
    }

    /** At six seconds after the first second of the night, and then later and later. */
    @ParameterizedTest
    @ValueSource(ints = {3, 12, 40, 160})
    void killed_at_any_moment_of_the_night_and_begun_the_next_noon(int secondsInto) {
        var house = house("2025-01-12T22:03:00", 40).start();
        house.await(() -> !house.journal(1).isEmpty());
        var killedAt = house.clock.now().plusSeconds(secondsInto);
        house.await(() -> house.clock.now().isAfter(killedAt));
        house.kill();
        int writes = house.writes(1).size();
        house.clock.leapTo(House.paris("2025-01-13T12:00:00"));
        house.start().until("2025-01-13T12:03:00");

        assertThat(house.mode(1)).isEqualTo(OperatingMode.AUTO);
        assertThat(house.writes(1)).as("nothing is written at noon").hasSize(writes);
        assertThat(house.standing(1).standing()).isEqualTo(Standing.IDLE);
        assertThat(house.journal(1).getLast().detail()).contains("seen in Auto since");
        assertThat(house.journal(1).getLast().result()).isNotEqualTo(Result.PENDING);
    }

    @Test
    void killed_and_begun_again_in_the_same_night() {
        var house = house("2025-01-12T22:03:00", 40).start();
        charges(house);
        house.await(() -> decided(house));
        house.kill();
        int writes = house.writes(1).size();
        house.clock.leapTo(House.paris("2025-01-13T00:30:00"));
        house.start().until("2025-01-13T00:33:00");

        assertThat(house.standing(1).standing()).isEqualTo(Standing.FOLLOWS);
        assertThat(house.writes(1)).hasSize(writes);
    }

    @Test
    void killed_and_somebody_else_set_a_mode_meanwhile() throws Exception {
        var house = house("2025-01-12T22:03:00", 40).start();
        charges(house);
        house.kill();
        house.clock.leapTo(House.paris("2025-01-13T11:50:00"));
        house.otherProgram(1, new ModeCommand.Ai());
        int writes = house.writes(1).size();
        house.start().until("2025-01-13T11:55:00");

        assertThat(house.mode(1)).isEqualTo(OperatingMode.AI);
        assertThat(house.writes(1)).hasSize(writes);
        assertThat(house.standing(1).standing()).isEqualTo(Standing.TAKEN_OVER);
    }

    @Test
    void asleep_over_six() {
        var house = house("2025-01-13T05:56:00", 97).start();
        house.await(() -> house.mode(1) == OperatingMode.PASSIVE && decided(house));
        int writes = house.writes(1).size();
        house.clock.leapTo(House.paris("2025-01-13T09:30:00"));
        house.until("2025-01-13T09:34:00");

        assertThat(house.mode(1)).isEqualTo(OperatingMode.AUTO);
        assertThat(house.writes(1)).hasSize(writes);
        assertThat(house.standing(1).standing()).isEqualTo(Standing.IDLE);
    }

    @Test
    void unreachable_at_six() {
        var house = house("2025-01-13T05:55:00", 97).start();
        house.await(() -> house.mode(1) == OperatingMode.PASSIVE && decided(house));
        house.fleet.online(RealHouse.mac(1), false);
        house.until("2025-01-13T06:03:00");
        assertThat(house.standing(1).standing()).isEqualTo(Standing.AWAY);

        house.fleet.online(RealHouse.mac(1), true);
        house.await(() -> house.standing(1).standing() == Standing.IDLE);
        assertThat(house.mode(1)).isEqualTo(OperatingMode.AUTO);
    }

    @Test
    void the_network_is_gone_through_the_evening() {
        var house = house("2025-01-12T22:01:00", 40);
        house.fleet.online(RealHouse.mac(1), false);
        house.start().until("2025-01-12T22:08:00");
        assertThat(house.writes(1)).isEmpty();
        assertThat(house.standing(1).standing()).isEqualTo(Standing.AWAY);

        house.fleet.online(RealHouse.mac(1), true);
        charges(house);
    }

    @Test
    void a_clock_that_is_wrong() {
        var house = house("2000-01-01T22:10:00", 40).start().until("2000-01-01T22:13:00");
        assertThat(house.engine().steering().plan().clockDoubted()).isTrue();
        assertThat(house.writes(1)).isEmpty();

        house.clock.leapTo(House.paris("2025-01-12T22:10:00"));
        charges(house);
    }

    @Test
    void the_database_is_gone() {
        var house = house("2025-01-12T22:03:00", 40).disk(WhatIfItDiesTest::full);
        house.start().until("2025-01-12T22:09:00");

        assertThat(house.writes(1)).as("what is not written down is not begun").isEmpty();
        assertThat(house.mode(1)).isEqualTo(OperatingMode.AUTO);
    }

    /** Nobody listens at the server's port; or somebody does and never says a word. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void the_server_is_gone(boolean silent) throws Exception {
        try (var silence = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var house = house("2025-01-12T22:03:00", 40);
            house.server(
                    "jdbc:postgresql://127.0.0.1:"
                            + (silent ? silence.getLocalPort() : 1)
                            + "/pilotempo");
            house.start();
            charges(house);
            house.until("2025-01-12T22:20:00");

            assertThat(house.standing(1).standing()).isEqualTo(Standing.FOLLOWS);
            assertThat(house.journal(1).getLast().result()).isEqualTo(Result.VERIFIED);
            assertThat(house.engine().sync().lastSuccess()).isEmpty();
        }
    }

    private static History full(History history) {
        return (History)
                Proxy.newProxyInstance(
                        WhatIfItDiesTest.class.getClassLoader(),
                        new Class<?>[] {History.class},
                        (_, method, args) -> {
                            if (method.getName().equals("health")) {
                                return new HistoryHealth(false, "the disk is full", null, 1);
                            }
                            try {
                                return method.invoke(history, args);
                            } catch (InvocationTargetException thrown) {
                                throw thrown.getTargetException();
                            }
                        });
    }

    @Test
    void another_program_steers_too() throws Exception {
        var house = house("2025-01-13T05:50:30", 60).start();
        house.await(() -> house.mode(1) == OperatingMode.PASSIVE && decided(house));
        house.otherProgram(1, new ModeCommand.Ai());
        house.await(() -> house.standing(1).standing() == Standing.TAKEN_OVER);
        int writes = house.writes(1).size();
        house.until("2025-01-13T05:59:30");
        assertThat(house.writes(1)).hasSize(writes);
        assertThat(house.mode(1)).isEqualTo(OperatingMode.AI);

        house.await(() -> house.mode(1) == OperatingMode.AUTO);
        assertThat(house.clock.now()).isAfter(House.paris("2025-01-13T06:00:00"));
    }

    @Test
    void the_device_drops_passive() {
        var house = house("2025-01-12T22:04:00", 40, Fault.DROPS_PASSIVE).start();
        charges(house);
        house.await(() -> house.journal(1).size() == 2 && decided(house));

        assertThat(house.journal(1))
                .extracting(JournalEntry::result)
                .containsExactly(Result.DROPPED, Result.VERIFIED);
        assertThat(house.journal(1).getFirst().detail()).contains("seen in Auto");
    }

    @Test
    void the_device_turns_the_sign_round() {
        var house = house("2025-01-12T22:04:00", 60, Fault.REVERSES_POWER).start();
        house.await(() -> house.standing(1).standing() == Standing.REVERSED);
        int writes = house.writes(1).size();
        house.until("2025-01-12T22:16:00");

        assertThat(house.mode(1)).isEqualTo(OperatingMode.AUTO);
        assertThat(house.writes(1)).hasSize(writes);
    }

    @Test
    void the_device_loses_writes_and_accepts_others_in_vain() {
        var house = house("2025-01-12T22:04:00", 40, Fault.IGNORES_WRITES).start();
        house.until("2025-01-12T22:24:00");

        assertThat(house.standing(1).standing()).isIn(Standing.FAILING, Standing.COMMANDED);
        assertThat(house.journal(1))
                .allSatisfy(entry -> assertThat(entry.result().took()).isFalse())
                .hasSizeBetween(3, 5);
    }

    @Test
    void the_colour_comes_late() {
        var house = house("2025-01-13T00:10:00", 40);
        house.season.without(RED);
        house.start();
        house.await(() -> house.mode(1) == OperatingMode.PASSIVE && decided(house));
        assertThat(house.power(1)).isGreaterThan(-60);

        house.season.with(RED, TempoColour.RED);
        house.engine().steering().resume();
        charges(house);
    }

    @Test
    void the_colour_changes() {
        var house = house("2025-01-12T22:04:00", 40).start();
        charges(house);
        house.await(() -> decided(house));
        house.season.with(RED, TempoColour.BLUE);

        house.await(() -> house.power(1) > -60);
    }

    @Test
    void closed_by_its_user_the_battery_keeps_its_commands_own_end() {
        var house = house("2025-01-13T05:40:00", 60).start();
        charges(house);
        house.await(() -> decided(house));
        long begun = System.nanoTime();
        house.kill();
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(3));
        assertThat(house.mode(1)).isEqualTo(OperatingMode.PASSIVE);

        house.clock.leapTo(House.paris("2025-01-13T06:00:02"));
        assertThat(house.mode(1)).isEqualTo(OperatingMode.AUTO);
    }
}
