package pilotempo.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.control.Effect.Kind;

class ExpectationTest {
    private static final Surroundings HALF_FULL = around(false, null, 50.0, null, null);

    private static Surroundings around(
            boolean panels,
            @Nullable Double pvW,
            @Nullable Double soc,
            @Nullable Boolean charge,
            @Nullable Boolean deliver) {
        return new Surroundings(panels, pvW, soc, charge, deliver, 12);
    }

    private static Observation passive(double ongrid, double offgrid) {
        return Observation.builder()
                .mode(OperatingMode.PASSIVE)
                .number(Quantity.ONGRID_POWER_W, ongrid)
                .number(Quantity.OFFGRID_POWER_W, offgrid)
                .build();
    }

    private static Effect seen(int wanted, Observation read, Surroundings around) {
        return new Expectation(OperatingMode.PASSIVE, wanted, true).seen(read, around);
    }

    @ParameterizedTest
    @CsvSource({
        "-900, -893, DONE",
        "-900, -600, DONE",
        "-900, -400, PARTLY",
        "-900, -100, NO_POWER",
        "-900, 0, NO_POWER",
        "-900, 200, NO_POWER",
        "-900, 230, REVERSED",
        "-900, 900, REVERSED",
        "-900, -1500, NO_POWER",
        "800, 805, DONE",
        "800, -790, REVERSED",
        "2500, 800, PARTLY",
        "-2500, 500, NO_POWER",
        "-2500, 700, REVERSED",
        "120, -70, REVERSED",
        "120, 110, DONE",
        "0, 3, DONE",
        "0, -140, DONE",
        "0, 800, NO_POWER",
        "0, -800, NO_POWER",
        "60, 0, DONE",
        "60, 900, NO_POWER",
    })
    void power_shows_what_it_does(int wanted, double shown, Kind kind) {
        assertThat(seen(wanted, passive(shown, 0), HALF_FULL).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({
        "-900, 0, 95, , , DONE",
        "-900, 0, 91, , , NO_POWER",
        "-900, -400, 93, , , DONE",
        "-900, -400, 91, , , PARTLY",
        "900, 400, 14, , , DONE",
        "-900, 0, 60, false, , DONE",
        "-900, 900, 95, , , REVERSED",
        "900, 0, 14, , , DONE",
        "900, -120, 13, , , DONE",
        "900, 0, 16, , , NO_POWER",
        "900, 0, 0, , , NO_POWER",
        "900, 0, 60, , false, DONE",
        "900, -300, 12, , , NO_POWER",
        "900, -900, 12, , , REVERSED",
        "-900, 300, 100, , , NO_POWER",
        "-2500, 800, 100, , , REVERSED",
    })
    void a_battery_that_can_t_is_no_failure(
            int wanted,
            double shown,
            double soc,
            @Nullable Boolean charge,
            @Nullable Boolean deliver,
            Kind kind) {
        var around = around(false, null, soc, charge, deliver);
        assertThat(seen(wanted, passive(shown, 0), around).kind()).isEqualTo(kind);
    }

    @Test
    void a_load_on_the_emergency_socket_passes_through() {
        // It takes 300 W from the grid for the load, and its cells hold still.
        assertThat(seen(0, passive(-300, 300), HALF_FULL).kind()).isEqualTo(Kind.DONE);
        // 500 W from the grid for the load, though told to deliver 200 W: the cells do nothing.
        assertThat(seen(200, passive(-500, 500), HALF_FULL).kind()).isEqualTo(Kind.NO_POWER);
    }

    @Test
    void the_sun_is_not_taken_for_a_reversed_sign() {
        var full = around(true, 500.0, 100.0, null, null);
        assertThat(seen(-800, passive(500, 0), full).kind()).isEqualTo(Kind.DONE);
        var notKnown = around(true, null, 60.0, null, null);
        assertThat(seen(-800, passive(500, 0), notKnown).kind()).isEqualTo(Kind.NO_POWER);
        var dark = around(true, 0.0, 60.0, null, null);
        assertThat(seen(-800, passive(500, 0), dark).kind()).isEqualTo(Kind.REVERSED);
        assertThat(seen(0, passive(500, 0), notKnown).kind()).isEqualTo(Kind.DONE);
    }

    @Test
    void another_mode_is_named() {
        var effect = seen(-900, Observation.builder().mode(OperatingMode.AUTO).build(), HALF_FULL);
        assertThat(effect).isEqualTo(new Effect(Kind.OTHER_MODE, "is in Auto"));
        assertThat(seen(-900, Observation.NOTHING, HALF_FULL).kind()).isEqualTo(Kind.UNTOLD);
    }

    @ParameterizedTest
    @CsvSource({
        "-900, -880, DONE",
        "-900, 880, REVERSED",
        "-900, 0, UNTOLD",
        "0, 0, UNTOLD",
    })
    void where_no_mode_is_told_a_power_may_tell(int wanted, double shown, Kind kind) {
        var read = passive(shown, 0).toBuilder().mode(null).build();
        assertThat(seen(wanted, read, HALF_FULL).kind()).isEqualTo(kind);
    }

    @Test
    void a_slot_is_checked_while_it_runs_and_only_for_its_sign() {
        var slot = Scene.slot(3, -800);
        var monday = LocalDateTime.parse("2026-01-05T01:00");
        var running = Expectation.of(slot, monday);
        var rests = Expectation.of(slot, monday.plusHours(4));
        for (double ongrid : new double[] {0, -800, 400, 800}) {
            var read =
                    Observation.builder()
                            .mode(OperatingMode.MANUAL)
                            .number(Quantity.ONGRID_POWER_W, ongrid)
                            .build();
            assertThat(running.seen(read, HALF_FULL).kind())
                    .isEqualTo(ongrid > 200 ? Kind.REVERSED : Kind.DONE);
            assertThat(rests.seen(read, HALF_FULL).kind()).isEqualTo(Kind.DONE);
        }
    }
}
