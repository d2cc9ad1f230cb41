package pilotempo.planning;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.planning.BatteryNow.Running;
import pilotempo.planning.PlanningRules.Hold;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.RealSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.source.ShippedPrices;

/** Situations for tests: Paris, EDF's prices, the season 2024-2025, 9 kVA, no battery yet. */
final class Scene {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    static final TempoClock CLOCK = new TempoClock(PARIS);

    private ColourBook colours = RealSeason.of("2024-2025");
    private final List<BatteryNow> batteries = new ArrayList<>();
    private @Nullable Double loadW = 500.0;
    private int kva = 9;
    private @Nullable Boolean sun;
    private HouseDays days = HouseDays.UNKNOWN;
    private PlanningRules rules = new PlanningRules(100, 1000, Set.of(TempoColour.RED), Hold.AUTO);

    static Instant paris(String local) {
        return LocalDateTime.parse(local).atZone(PARIS).toInstant();
    }

    static Instant instant(String withOffset) {
        return OffsetDateTime.parse(withOffset).toInstant();
    }

    static BatteryNow battery(String id, @Nullable Double soc) {
        return new BatteryNow(id, true, true, soc, 5120.0, false, 2500, OperatingMode.AUTO, null);
    }

    static BatteryNow running(BatteryNow of, int powerW, Instant since) {
        return new BatteryNow(
                of.id(),
                of.reachable(),
                of.obeys(),
                of.socPct(),
                of.capacityWh(),
                of.full(),
                of.chargeLimitW(),
                of.dayMode(),
                new Running(powerW, since));
    }

    Scene colours(ColourBook book) {
        colours = book;
        return this;
    }

    Scene with(BatteryNow... more) {
        batteries.addAll(List.of(more));
        return this;
    }

    Scene with(String id, double soc) {
        return with(battery(id, soc));
    }

    Scene house(@Nullable Double loadW, int kva) {
        this.loadW = loadW;
        this.kva = kva;
        return this;
    }

    Scene sunFilled(@Nullable Boolean filled) {
        sun = filled;
        return this;
    }

    /** Fourteen days alike, W by the local hour. */
    Scene lastDays(IntToDoubleFunction netW) {
        return lastDays(Collections.nCopies(HouseDays.DAYS, hours(netW)));
    }

    Scene lastDays(List<List<Double>> netW) {
        days = new HouseDays(netW);
        return this;
    }

    static List<Double> hours(IntToDoubleFunction netW) {
        return IntStream.range(0, 24).mapToObj(hour -> (Double) netW.applyAsDouble(hour)).toList();
    }

    Scene rules(int target, int powerW, Hold hold, TempoColour... chargeFor) {
        rules = new PlanningRules(target, powerW, Set.of(chargeFor), hold);
        return this;
    }

    /** As they are where the user has set nothing but the strategy. */
    Scene usualRules() {
        rules = PlanningRules.of(PlanningSettings.DEFAULT);
        return this;
    }

    Tariff tariff() {
        return new Tariff(CLOCK, ShippedPrices.offer(TempoSettings.DEFAULT), colours);
    }

    Situation at(Instant at) {
        return new Situation(
                at, CLOCK, tariff(), batteries, new HouseNow(loadW, kva, sun, days, 0), rules);
    }

    Situation at(String local) {
        return at(paris(local));
    }

    Plan plan(String local) {
        return Strategies.of("tempo").orElseThrow().plan(at(local));
    }
}
