package pilotempo.marstek.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.battery.ManualSlot;
import pilotempo.battery.ModeCommand;
import pilotempo.battery.OperatingMode;

class PhysicsTest {
    private static final Duration CELL = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-06-10T10:00:00Z");
    private static final Instant MIDNIGHT = Instant.parse("2026-01-04T23:00:00Z");

    private static FleetPlan plan(String... models) {
        return new FleetPlan(
                IntStream.range(0, models.length).mapToObj(n -> battery(n, models[n], 50)).toList(),
                11);
    }

    private static FleetPlan.Battery battery(int number, String model, double socPct) {
        return new FleetPlan.Battery(
                new Device(new Mac("02005e00000" + number), model, 150),
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                5120,
                socPct,
                Set.of());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void a_day_balances(long seed) {
        var three = plan("VenusE 3.0", "VenusE", "Venus A");
        var plan = new FleetPlan(three.batteries(), seed).withNightsBefore(_ -> true);
        for (int n = 0; n < 3; n++) {
            var day = new FleetModel(plan, MIDNIGHT, CELL);
            var before = day.now(n);
            double out = 0;
            double in = 0;
            double sun = 0;
            for (int cell = 1; cell <= 8640; cell++) {
                day.advanceTo(MIDNIGHT.plus(CELL.multipliedBy(cell)));
                var now = day.now(n);
                out += Math.max(0, now.ongridW()) / 360;
                in += Math.max(0, -now.ongridW()) / 360;
                sun += now.pvW() / 360;
                assertThat(now.socPct()).isBetween(0.0, 100.0);
                assertThat(Math.abs(now.ongridW())).isLessThanOrEqualTo(n == 2 ? 800 : 2500);
            }
            var after = day.now(n);
            assertThat(after.gridOutWh() - before.gridOutWh()).isCloseTo(out, within(out / 100));
            assertThat(after.gridInWh() - before.gridInWh()).isCloseTo(in, within(in / 100));
            assertThat(after.pvWh() - before.pvWh()).isCloseTo(sun, within(sun / 100 + 1));
            double stored = after.storedWh() - before.storedWh();
            double lost = in + sun - out - stored;
            double moved = in + sun + out;
            assertThat(in).as("charged %s Wh", in).isGreaterThan(1000);
            assertThat(lost).isBetween(0.02 * moved, 0.11 * moved + 24 * 10);
        }
    }

    @Test
    void the_meter_shows_what_the_batteries_leave_of_the_load() {
        var plan = plan("VenusE 3.0", "Venus D", "VenusC");
        var model = new FleetModel(plan, NOON, CELL);
        var house = new House(plan.seed(), plan.zone());
        for (int cell = 1; cell <= 2000; cell++) {
            var at = NOON.plus(CELL.multipliedBy(cell));
            model.advanceTo(at);
            double ongrid = IntStream.range(0, 3).mapToDouble(n -> model.now(n).ongridW()).sum();
            assertThat(model.now(0).meterW()).isEqualTo(house.loadW(at.minus(CELL)) - ongrid);
        }
    }

    @Test
    void batteries_on_the_meter_share_the_load_and_leave_next_to_nothing() {
        var model = new FleetModel(plan("VenusE 3.0", "VenusE 3.0"), NOON, CELL);
        double left = 0;
        for (int cell = 1; cell <= 360; cell++) {
            model.advanceTo(NOON.plus(CELL.multipliedBy(cell)));
            left += Math.abs(model.now(0).meterW());
            assertThat(model.now(0).ongridW()).isCloseTo(model.now(1).ongridW(), within(1.0));
        }
        assertThat(model.now(0).ongridW()).isGreaterThan(50);
        assertThat(left / 360).isLessThan(40);
    }

    @Test
    void without_its_meter_a_battery_rests() {
        var model = new FleetModel(plan("VenusE 3.0"), NOON, CELL);
        model.ctHeard(0, false);
        model.advanceTo(NOON.plusSeconds(60));
        assertThat(model.now(0).ongridW()).isZero();
        model.ctHeard(0, true);
        model.advanceTo(NOON.plusSeconds(120));
        assertThat(model.now(0).ongridW()).isGreaterThan(50);
    }

    @Test
    void passive_holds_its_power_and_gives_way_to_the_mode_before() {
        var model = new FleetModel(plan("VenusE 3.0"), NOON, CELL);
        model.obey(0, new ModeCommand.Ai());
        model.obey(0, new ModeCommand.Passive(-1000, Duration.ofMinutes(30)));
        model.advanceTo(NOON.plus(Duration.ofMinutes(29)));
        assertThat(model.now(0).mode()).isEqualTo(OperatingMode.PASSIVE);
        assertThat(model.now(0).ongridW()).isEqualTo(-1000);
        model.advanceTo(NOON.plus(Duration.ofMinutes(31)));
        assertThat(model.now(0).mode()).isEqualTo(OperatingMode.AI);
        assertThat(model.now(0).ongridW()).isPositive();
    }

    @Test
    void manual_follows_its_slots_by_local_time_and_day() {
        var model = new FleetModel(plan("VenusE 3.0"), NOON, CELL);
        var slot =
                new ManualSlot(
                        2,
                        LocalTime.of(12, 30),
                        LocalTime.of(13, 0),
                        EnumSet.of(DayOfWeek.WEDNESDAY),
                        600);
        model.obey(0, new ModeCommand.Manual(slot));
        model.advanceTo(NOON.plus(Duration.ofMinutes(29)));
        assertThat(model.now(0).ongridW()).isZero();
        model.advanceTo(NOON.plus(Duration.ofMinutes(31)));
        assertThat(model.now(0).ongridW()).isEqualTo(600);
        model.obey(0, new ModeCommand.ClearSlot(2));
        model.advanceTo(NOON.plus(Duration.ofMinutes(32)));
        assertThat(model.now(0).ongridW()).isZero();
        assertThat(model.now(0).mode()).isEqualTo(OperatingMode.MANUAL);
    }

    @Test
    void full_takes_no_more_and_empty_gives_no_more() {
        var plan =
                new FleetPlan(
                        List.of(battery(0, "VenusE 3.0", 97), battery(1, "VenusE 3.0", 14)), 3);
        var model = new FleetModel(plan, NOON, CELL);
        model.obey(0, new ModeCommand.Passive(-2500, Duration.ofHours(8)));
        model.obey(1, new ModeCommand.Passive(800, Duration.ofHours(8)));
        model.advanceTo(NOON.plus(Duration.ofHours(4)));
        assertThat(model.now(0).socPct()).isBetween(98.0, 100.0);
        assertThat(model.now(0).ongridW()).isZero();
        assertThat(model.now(1).socPct()).isBetween(10.0, 13.0);
        assertThat(model.now(1).ongridW()).isZero();
    }

    @Test
    void the_sun_fills_a_battery_with_panels_and_never_shines_at_night() {
        var model = new FleetModel(plan("Venus A"), NOON.minus(Duration.ofHours(11)), CELL);
        model.obey(0, new ModeCommand.Passive(0, Duration.ofHours(24)));
        assertThat(model.now(0).pvW()).isZero();
        double before = model.now(0).socPct();
        model.advanceTo(NOON.plus(Duration.ofHours(2)));
        assertThat(model.now(0).pvW()).isBetween(20.0, 800.0);
        assertThat(model.now(0).powerW()).isEqualTo(-model.now(0).pvW());
        assertThat(model.now(0).socPct()).isGreaterThan(before + 10);
    }

    @Test
    void work_warms_the_cells() {
        var model = new FleetModel(plan("VenusE 3.0", "VenusE 3.0"), NOON, CELL);
        model.obey(0, new ModeCommand.Passive(-1200, Duration.ofHours(5)));
        model.obey(1, new ModeCommand.Passive(0, Duration.ofHours(5)));
        model.advanceTo(NOON.plus(Duration.ofMinutes(90)));
        assertThat(model.now(0).temperatureC())
                .isBetween(model.now(1).temperatureC() + 2, model.now(1).temperatureC() + 12);
    }

    @Test
    void a_house_has_a_base_two_peaks_and_short_spikes() {
        for (long seed = 0; seed < 20; seed++) {
            var house = new House(seed, ZoneId.of("Europe/Paris"));
            double night = mean(house, 2, 4);
            double evening = mean(house, 19, 21);
            assertThat(night).as("seed %d", seed).isBetween(150.0, 450.0);
            assertThat(evening).as("seed %d", seed).isGreaterThan(1.5 * night);
            assertThat(mean(house, 0, 24)).as("seed %d", seed).isBetween(350.0, 900.0);
        }
    }

    /** Over a week. */
    private static double mean(House house, int fromHour, int toHour) {
        return IntStream.range(0, 7)
                .mapToObj(day -> MIDNIGHT.plus(Duration.ofDays(day)))
                .flatMapToDouble(
                        day ->
                                IntStream.range(fromHour * 120, toHour * 120)
                                        .mapToDouble(
                                                half -> house.loadW(day.plusSeconds(30L * half))))
                .average()
                .orElseThrow();
    }
}
