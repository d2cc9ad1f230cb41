package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.reading;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;

class HouseLedgerTest {
    private static final Mac ATTIC = new Mac("02005e000003");
    private static final Instant NOON = at("2026-01-05T12:00:00Z");
    private static final Instant END = at("2030-01-01T00:00:00Z");
    private static final double MINUTE_WH = 1 / 60.0;

    @TempDir private Path folder;

    @Test
    void with_a_meter_the_house_is_reckoned_with_and_without_the_battery() {
        var quarter =
                only(
                        metered(SALON, 0, 400, 100), // imports 100, would import 500
                        metered(SALON, 1, 800, -300), // exports 300, would import 500
                        metered(SALON, 2, -600, 50), // imports 50, would export 550
                        metered(SALON, 3, -200, -1000), // exports 1000, would export 1200
                        metered(SALON, 4, 0, 0));
        assertThat(quarter.importWithWh()).isCloseTo(150 * MINUTE_WH, within(1e-9));
        assertThat(quarter.importWithoutWh()).isCloseTo(1000 * MINUTE_WH, within(1e-9));
        assertThat(quarter.exportWithWh()).isCloseTo(1300 * MINUTE_WH, within(1e-9));
        assertThat(quarter.exportWithoutWh()).isCloseTo(1750 * MINUTE_WH, within(1e-9));
        assertThat(quarter.importAvoidedWh()).isCloseTo(900 * MINUTE_WH, within(1e-9));
        assertThat(quarter.importAddedWh()).isCloseTo(50 * MINUTE_WH, within(1e-9));
        assertThat(quarter.exportGainedWh()).isCloseTo(300 * MINUTE_WH, within(1e-9));
        assertThat(quarter.exportLostWh()).isCloseTo(750 * MINUTE_WH, within(1e-9));
        assertThat(quarter.meteredMillis()).isEqualTo(240_000);
        assertThat(quarter.knownMillis()).isEqualTo(240_000);
    }

    @Test
    void without_a_meter_what_the_battery_did_counts() {
        var quarter =
                only(unmetered(SALON, 0, 600), unmetered(SALON, 5, -300), unmetered(SALON, 6, 0));
        assertThat(quarter.importAvoidedWh()).isCloseTo(50, within(1e-9));
        assertThat(quarter.importAddedWh()).isCloseTo(5, within(1e-9));
        assertThat(quarter.importWithWh()).isZero();
        assertThat(quarter.importWithoutWh()).isZero();
        assertThat(quarter.meteredMillis()).isZero();
        assertThat(quarter.knownMillis()).isEqualTo(360_000);
    }

    @Test
    void of_several_batteries_each_one_s_newest_values_count_and_the_newest_meter() {
        var quarter =
                only(
                        metered(SALON, 0, 400, 100),
                        metered(GARAGE, 1, 200, 150), // from here 600 W and 150 W
                        unmetered(GARAGE, 2, 0), // from here 400 W and the older 100 W
                        unmetered(SALON, 3, 0));
        assertThat(quarter.importAvoidedWh()).isCloseTo(1400 * MINUTE_WH, within(1e-9));
        assertThat(quarter.importWithWh()).isCloseTo(350 * MINUTE_WH, within(1e-9));
        assertThat(quarter.meteredMillis()).isEqualTo(180_000);
    }

    @Test
    void while_one_of_several_has_a_gap_the_meter_does_not_count_and_its_counters_do() {
        var readings = new ArrayList<Reading>();
        for (int minute = 0; minute <= 20; minute++) {
            readings.add(metered(SALON, minute, 300, 100));
        }
        readings.add(counted(GARAGE, 0, 1000, 500));
        readings.add(counted(GARAGE, 15, 1000, 612.5)); // 450 W over a quarter
        readings.add(unmetered(GARAGE, 16, 0)); // for a minute its power was unknown
        var quarters = Simulated.ledger(readings);
        assertThat(quarters.getFirst().meteredMillis()).isZero();
        assertThat(quarters.getFirst().knownMillis()).isEqualTo(900_000);
        assertThat(quarters.getFirst().importAvoidedWh()).isCloseTo(75 + 112.5, within(1e-9));
        assertThat(quarters.getLast().meteredMillis()).isEqualTo(240_000);
    }

    @Test
    void a_battery_counts_from_its_first_reading_until_ten_minutes_after_its_last() {
        var readings = new ArrayList<Reading>();
        for (int minute = 0; minute <= 40; minute++) {
            readings.add(metered(SALON, minute, 300, 100));
        }
        readings.add(unmetered(GARAGE, 5, 600));
        var quarters = Simulated.ledger(readings);
        assertThat(quarters.get(0).importAvoidedWh()).isCloseTo(75 + 100, within(1e-9));
        assertThat(quarters.get(1).importAvoidedWh()).isCloseTo(75, within(1e-9));
        assertThat(quarters).allMatch(one -> one.meteredMillis() == one.knownMillis());
    }

    @Test
    void across_a_week_the_counters_gain_is_spread_evenly() {
        var readings = List.of(counted(SALON, 0, 5000, 1000), counted(SALON, 7 * 1440, 5000, 2680));
        var quarters = Simulated.ledger(readings);
        assertThat(quarters)
                .hasSize(7 * 96)
                .allSatisfy(
                        one -> {
                            assertThat(one.importAvoidedWh()).isCloseTo(2.5, within(1e-9));
                            assertThat(one.importAddedWh()).isZero();
                            assertThat(one.knownMillis()).isEqualTo(900_000);
                        });
        assertThat(Simulated.ledger(List.of(unmetered(SALON, 0, 500), unmetered(SALON, 90, 500))))
                .isEmpty();
    }

    @Test
    void the_ledger_is_what_a_count_second_by_second_gives() {
        long seed = new Random().nextLong();
        System.out.println("HouseLedgerTest seed " + seed);
        var random = new Random(seed);
        for (var start : List.of("2026-03-28T18:00:07Z", "2026-10-24T15:59:00Z")) {
            var readings = fleet(random, at(start), 500);
            var ledger = new HashMap<Long, double[]>();
            for (var quarter : Simulated.ledger(readings)) {
                ledger.put(quarter.begin().getEpochSecond(), cells(quarter));
            }
            var reference = secondBySecond(readings);
            assertThat(ledger.keySet()).isEqualTo(reference.keySet());
            reference.forEach(
                    (begin, cells) ->
                            assertThat(ledger.get(begin))
                                    .as("%s", Instant.ofEpochSecond(begin))
                                    .containsExactly(cells, within(1e-6)));
        }
    }

    @Test
    void order_batches_and_restarts_make_no_difference() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("HouseLedgerTest seed " + seed);
        var random = new Random(seed);
        var readings = fleet(random, at("2026-10-23T21:17:00Z"), 500);
        var expected = Simulated.ledger(readings);
        for (int way = 0; way < 3; way++) {
            var sent = new ArrayList<>(readings);
            sent.sort((a, b) -> a.at().compareTo(b.at()));
            if (way == 1) {
                for (int i = 0; i < sent.size() / 20; i++) {
                    sent.add(random.nextInt(sent.size()), sent.remove(random.nextInt(sent.size())));
                    sent.add(sent.get(random.nextInt(sent.size())));
                }
            } else if (way == 2) {
                Collections.shuffle(sent, random);
            }
            var home = Files.createDirectory(folder.resolve("way" + way));
            for (int from = 0; from < sent.size(); ) {
                int to = Math.min(sent.size(), from + 700);
                try (var history = Fixtures.open(home)) {
                    for (var reading : sent.subList(from, to)) {
                        history.store(reading);
                        if (random.nextInt(150) == 0) {
                            history.flush();
                        }
                    }
                }
                from = to;
            }
            try (var history = Fixtures.open(home)) {
                history.settle();
                assertThat(history.houseLedger(Instant.EPOCH, at("2030-01-01T00:00:00Z")))
                        .containsExactlyElementsOf(expected);
            }
        }
    }

    @Test
    void readings_of_a_version_without_a_ledger_get_one() throws Exception {
        var readings = fleet(new Random(11), at("2026-01-05T12:00:00Z"), 200);
        try (var history = Fixtures.open(folder)) {
            readings.forEach(history::store);
        }
        try (var connection = new HistoryFile(folder, "file:").connect();
                var statement = connection.createStatement()) {
            statement.execute("DELETE FROM house_quarter");
            statement.execute("DELETE FROM fact WHERE name = 'ledger'");
        }
        var expected = Simulated.ledger(readings);
        try (var history = Fixtures.open(folder)) {
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(
                            () ->
                                    assertThat(history.houseLedger(Instant.EPOCH, END))
                                            .containsExactlyElementsOf(expected));
        }
    }

    private static List<Reading> fleet(Random random, Instant start, int count) {
        var readings = new ArrayList<Reading>();
        readings.addAll(Simulated.battery(random, SALON, start, 40, 2 * count));
        readings.addAll(Simulated.battery(random, GARAGE, start.plusSeconds(4000), 90, count));
        readings.addAll(Simulated.battery(random, ATTIC, start.minusSeconds(900), 170, count / 3));
        return readings;
    }

    /** Slow and plain. */
    private static Map<Long, double[]> secondBySecond(List<Reading> readings) {
        var batteries = new ArrayList<TreeMap<Long, Row>>();
        var counted = new ArrayList<Map<Long, Double>>();
        for (var rows : Simulated.rows(readings)) {
            var byTime = new TreeMap<Long, Row>();
            rows.forEach(row -> byTime.put(row.time() / 1000, row));
            batteries.add(byTime);
            counted.add(counted(rows));
        }
        long first = batteries.stream().mapToLong(TreeMap::firstKey).min().orElseThrow();
        long last = batteries.stream().mapToLong(TreeMap::lastKey).max().orElseThrow();
        var quarters = new TreeMap<Long, double[]>();
        for (long second = first; second < last; second++) {
            boolean clean = true;
            boolean known = false;
            double sum = 0;
            double meter = Double.NaN;
            long meterAt = 0;
            for (int i = 0; i < batteries.size(); i++) {
                var held = batteries.get(i).floorEntry(second);
                if (held == null) {
                    continue;
                }
                var next = batteries.get(i).higherEntry(second);
                if (next == null && second >= held.getKey() + 600) {
                    continue;
                }
                double power = held.getValue().value(Quantity.ONGRID_POWER_W);
                double meterNow = held.getValue().value(Quantity.METER_POWER_W);
                boolean gap = next != null && next.getKey() - held.getKey() > 600;
                if (gap || Double.isNaN(power)) {
                    clean = false;
                    power =
                            next == null
                                    ? Double.NaN
                                    : counted.get(i).getOrDefault(held.getKey(), Double.NaN);
                }
                if (!gap && !Double.isNaN(meterNow) && held.getKey() > meterAt) {
                    meter = meterNow;
                    meterAt = held.getKey();
                }
                if (!Double.isNaN(power)) {
                    known = true;
                    sum += power;
                }
            }
            if (clean && !Double.isNaN(meter)) {
                double with = Math.max(meter, 0);
                double without = Math.max(meter + sum, 0);
                double gave = Math.max(-meter, 0);
                double wouldGive = Math.max(-meter - sum, 0);
                add(
                        quarters,
                        second,
                        with,
                        without,
                        gave,
                        wouldGive,
                        Math.max(without - with, 0),
                        Math.max(with - without, 0),
                        Math.max(gave - wouldGive, 0),
                        Math.max(wouldGive - gave, 0),
                        3600 * 1000,
                        3600 * 1000);
            } else if (known) {
                add(
                        quarters,
                        second,
                        0,
                        0,
                        0,
                        0,
                        Math.max(sum, 0),
                        Math.max(-sum, 0),
                        0,
                        0,
                        0,
                        3600 * 1000);
            }
        }
        return quarters;
    }

    private static Map<Long, Double> counted(List<Row> rows) {
        var in = Energy.between(rows, Energy.Direction.IN);
        var out = Energy.between(rows, Energy.Direction.OUT);
        var powers = new HashMap<Long, Double>();
        for (int i = 0; i < in.length; i++) {
            double seconds = (rows.get(i + 1).time() - rows.get(i).time()) / 1000.0;
            if (!Double.isNaN(in[i]) || !Double.isNaN(out[i])) {
                double energy =
                        (Double.isNaN(out[i]) ? 0 : out[i]) - (Double.isNaN(in[i]) ? 0 : in[i]);
                powers.put(rows.get(i).time() / 1000, energy * 3600 / seconds);
            }
        }
        return powers;
    }

    private static void add(Map<Long, double[]> quarters, long second, double... watts) {
        var sums = quarters.computeIfAbsent(second / 900 * 900, _ -> new double[watts.length]);
        Arrays.setAll(sums, i -> sums[i] + watts[i] / 3600);
    }

    private static double[] cells(HouseQuarter quarter) {
        return new double[] {
            quarter.importWithWh(),
            quarter.importWithoutWh(),
            quarter.exportWithWh(),
            quarter.exportWithoutWh(),
            quarter.importAvoidedWh(),
            quarter.importAddedWh(),
            quarter.exportGainedWh(),
            quarter.exportLostWh(),
            quarter.meteredMillis(),
            quarter.knownMillis()
        };
    }

    private static HouseQuarter only(Reading... readings) {
        var quarters = Simulated.ledger(List.of(readings));
        assertThat(quarters).hasSize(1);
        return quarters.getFirst();
    }

    private static Reading metered(Mac mac, int minute, double ongridW, double meterW) {
        return reading(
                mac,
                NOON.plusSeconds(60L * minute),
                Map.of(Quantity.ONGRID_POWER_W, ongridW, Quantity.METER_POWER_W, meterW));
    }

    private static Reading unmetered(Mac mac, int minute, double ongridW) {
        return reading(
                mac, NOON.plusSeconds(60L * minute), Map.of(Quantity.ONGRID_POWER_W, ongridW));
    }

    private static Reading counted(Mac mac, int minute, double inWh, double outWh) {
        return reading(
                mac,
                NOON.plusSeconds(60L * minute),
                Map.of(Quantity.TOTAL_GRID_IN_WH, inWh, Quantity.TOTAL_GRID_OUT_WH, outWh));
    }
}
