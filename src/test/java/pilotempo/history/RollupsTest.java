package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static pilotempo.history.Fixtures.PARIS;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;

/**
 * Roll-ups against a plain calculation of the same, over readings with gaps, resets, unknown values
 * and daylight saving, whatever the order and the batches they came in.
 */
class RollupsTest {
    @TempDir private Path folder;

    @Test
    void roll_ups_are_what_the_readings_say_in_any_order_and_in_any_batches() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("RollupsTest seed " + seed);
        var random = new Random(seed);
        for (var start : List.of("2026-03-27T20:00:00Z", "2026-10-23T21:17:00Z")) {
            var readings = readings(random, at(start), 1200);
            var expectedDays = expected(readings, RollupsTest::parisDay);
            var expectedQuarters = expected(readings, time -> time - Math.floorMod(time, 900_000));
            var expectedHours = expected(readings, time -> time - Math.floorMod(time, 3_600_000));
            var expectedMinutes = expected(readings, time -> time - Math.floorMod(time, 60_000));
            Map<Step, String> inOrder = new LinkedHashMap<>();
            for (int way = 0; way < 3; way++) {
                var sent = new ArrayList<>(readings);
                if (way == 1) {
                    late(sent, random);
                }
                if (way == 2) {
                    Collections.shuffle(sent, random);
                }
                var home = Files.createDirectory(folder.resolve(start.substring(0, 10) + way));
                store(home, sent, random, way == 1 ? 3 : 1);
                try (var history = Fixtures.open(home)) {
                    history.settle();
                    check(history, Step.MINUTE, expectedMinutes);
                    check(history, Step.QUARTER, expectedQuarters);
                    check(history, Step.HOUR, expectedHours);
                    check(history, Step.DAY, expectedDays);
                    for (var step : Step.values()) {
                        var text = export(history, step);
                        assertThat(inOrder.computeIfAbsent(step, _ -> text)).isEqualTo(text);
                    }
                }
            }
        }
    }

    @Test
    void a_gap_spreads_what_the_counters_gained_over_midnight_and_has_no_rows() throws Exception {
        try (var history = Fixtures.open(folder)) {
            history.store(charged("2026-01-05T20:55:00Z", 1000));
            history.store(charged("2026-01-06T02:55:00Z", 1600));
            history.store(charged("2026-01-06T02:56:00Z", 1610));
            history.flush();
            var hours = lines(history, Step.HOUR);
            assertThat(hours).hasSize(2);
            assertThat(energyIn(hours.get(0))).isCloseTo(100 * 5 / 60.0, within(1e-5));
            assertThat(energyIn(hours.get(1))).isCloseTo(100 * 55 / 60.0 + 10, within(1e-5));
            var days = lines(history, Step.DAY);
            assertThat(energyIn(days.get(0))).isCloseTo(100 * (2 + 5 / 60.0), within(1e-5));
            assertThat(energyIn(days.get(1))).isCloseTo(100 * (3 + 55 / 60.0) + 10, within(1e-5));
            assertThat(history.dayEnergy(List.of(SALON), day("2026-01-04"), day("2026-01-07")))
                    .singleElement()
                    .satisfies(
                            energy -> {
                                assertThat(energy.day()).isEqualTo("2026-01-05");
                                assertThat(energy.inWh()).isCloseTo(610, within(1e-9));
                                assertThat(energy.outWh()).isZero();
                            });
        }
    }

    @Test
    void a_whole_day_within_a_gap_has_a_row_with_energy_and_no_samples() throws Exception {
        try (var history = Fixtures.open(folder)) {
            history.store(charged("2026-01-05T12:00:00Z", 1000));
            history.store(charged("2026-01-08T12:00:00Z", 1720));
            history.flush();
            history.settle();
            var days = lines(history, Step.DAY);
            assertThat(days).hasSize(4);
            assertThat(days.get(1)).startsWith("2026-01-05T23:00:00.000Z," + SALON + ",0,,");
            assertThat(energyIn(days.get(1))).isCloseTo(240, within(1e-5));
            assertThat(lines(history, Step.QUARTER)).hasSize(2);
        }
    }

    @Test
    void the_tempo_day_is_right_through_daylight_saving() throws Exception {
        try (var history = Fixtures.open(folder)) {
            // 06:00 of the 28th is 05:00Z, of the 29th already 04:00Z: a Tempo day of 23 hours.
            history.store(charged("2026-03-28T04:00:00Z", 1000));
            history.store(charged("2026-03-30T04:00:00Z", 1480));
            history.flush();
            history.settle();
            var energies = history.dayEnergy(List.of(SALON), day("2026-03-01"), day("2026-04-30"));
            assertThat(energies)
                    .extracting(DayEnergy::day)
                    .containsExactly(day("2026-03-27"), day("2026-03-28"), day("2026-03-29"));
            assertThat(energies.get(1).inWh()).isCloseTo(230, within(1e-6));
            assertThat(energies.get(2).inWh()).isCloseTo(240, within(1e-6));
        }
    }

    @Test
    void days_are_computed_again_when_the_zone_changes() throws Exception {
        try (var history = Fixtures.open(folder)) {
            history.store(charged("2026-01-05T12:00:00Z", 1000));
            history.flush();
        }
        try (var history = Fixtures.open(folder, ZoneId.of("Asia/Kathmandu"))) {
            assertThat(lines(history, Step.DAY))
                    .singleElement()
                    .asString()
                    .startsWith("2026-01-04T18:15:00.000Z,");
            history.store(charged("2026-01-05T18:20:00Z", 1000));
            history.flush();
            assertThat(lines(history, Step.DAY)).hasSize(2);
        }
    }

    private static void store(Path home, List<Reading> sent, Random random, int opens)
            throws Exception {
        int from = 0;
        for (int open = 0; open < opens; open++) {
            int until = open == opens - 1 ? sent.size() : from + sent.size() / opens;
            try (var history = Fixtures.open(home)) {
                for (var reading : sent.subList(from, until)) {
                    history.store(reading);
                    if (random.nextInt(120) == 0) {
                        history.flush();
                    }
                }
            }
            from = until;
        }
    }

    /** Some readings come minutes or a day after their time, and some twice. */
    private static void late(List<Reading> sent, Random random) {
        for (int i = 0; i < sent.size() / 20; i++) {
            var moved = sent.remove(random.nextInt(sent.size() - 400));
            sent.add(random.nextInt(sent.size()), moved);
        }
        for (int i = 0; i < 50; i++) {
            sent.add(sent.get(random.nextInt(sent.size())));
        }
    }

    static List<Reading> readings(Random random, Instant start, int count) {
        var readings = new ArrayList<Reading>();
        var time = start;
        double in = 50_000;
        double out = 40_000;
        int tick = List.of(1, 10, 100).get(random.nextInt(3));
        double power = 0;
        for (int i = 0; i < count; i++) {
            if (random.nextInt(20) == 0) {
                power = random.nextInt(5001) - 2500;
            }
            long seconds = 50L + random.nextInt(20);
            if (random.nextInt(150) == 0) {
                seconds = 300L + random.nextInt(20_000);
            }
            time = time.plusMillis(seconds * 1000 + random.nextInt(1000));
            double wh = power * seconds / 3600;
            in += Math.max(0, -wh);
            out += Math.max(0, wh);
            if (random.nextInt(700) == 0) {
                in = 0;
            }
            boolean frozen = i % 400 > 340;
            var values =
                    Observation.builder()
                            .number(Quantity.SOC_PCT, (double) random.nextInt(101))
                            .number(Quantity.POWER_W, power / 10)
                            .number(Quantity.TEMPERATURE_C, random.nextInt(400) / 10.0)
                            .number(
                                    Quantity.METER_POWER_W,
                                    random.nextInt(3) == 0 ? null : random.nextInt(9000) - 3000.0);
            if (random.nextInt(40) != 0) {
                values.number(Quantity.ONGRID_POWER_W, power);
            }
            if (random.nextInt(40) != 0) {
                values.number(
                        Quantity.TOTAL_GRID_IN_WH, frozen ? 1.0 : tick * Math.floor(in / tick));
                values.number(Quantity.TOTAL_GRID_OUT_WH, tick * Math.floor(out / tick));
            }
            readings.add(new Reading(SALON, time, values.build()));
        }
        return readings;
    }

    /**
     * What the export is to say of a bucket, computed plainly, energy over all readings at once.
     */
    static Map<Long, String> expected(List<Reading> readings, LongUnaryOperator bucketOf) {
        var rows = readings.stream().map(Row::of).toList();
        var members = new TreeMap<Long, List<Row>>();
        var in = new TreeMap<Long, Double>();
        var out = new TreeMap<Long, Double>();
        rows.forEach(
                row ->
                        members.computeIfAbsent(
                                        bucketOf.applyAsLong(row.time()), _ -> new ArrayList<>())
                                .add(row));
        spread(rows, Energy.between(rows, Energy.Direction.IN), bucketOf, in);
        spread(rows, Energy.between(rows, Energy.Direction.OUT), bucketOf, out);
        var texts = new TreeMap<Long, String>();
        members.forEach(
                (bucket, inside) -> {
                    var text = new StringBuilder().append(inside.size());
                    for (var quantity : Bucket.QUANTITIES) {
                        var known =
                                inside.stream()
                                        .mapToDouble(row -> row.value(quantity))
                                        .filter(v -> !Double.isNaN(v))
                                        .summaryStatistics();
                        text.append(
                                known.getCount() == 0
                                        ? ",,,"
                                        : ","
                                                + known.getAverage()
                                                + ","
                                                + known.getMin()
                                                + ","
                                                + known.getMax());
                    }
                    texts.put(
                            bucket,
                            text
                                    + ","
                                    + in.getOrDefault(bucket, Double.NaN)
                                    + ","
                                    + out.getOrDefault(bucket, Double.NaN));
                });
        return texts;
    }

    private static void spread(
            List<Row> rows, double[] energies, LongUnaryOperator bucketOf, Map<Long, Double> sums) {
        for (int i = 0; i < energies.length; i++) {
            long begin = rows.get(i).time();
            long end = rows.get(i + 1).time();
            if (Double.isNaN(energies[i])) {
                continue;
            }
            // minute by minute: every border lies on one
            for (long at = begin; at < end; ) {
                long next = Math.min(end, (at / 60_000 + 1) * 60_000);
                sums.merge(
                        bucketOf.applyAsLong(at),
                        energies[i] * (next - at) / (end - begin),
                        Double::sum);
                at = next;
            }
        }
    }

    private static void check(History history, Step step, Map<Long, String> expected)
            throws Exception {
        check(lines(history, step), step, expected);
    }

    static void check(List<String> lines, Step step, Map<Long, String> expected) {
        var found = new TreeMap<Long, String>();
        for (var line : lines) {
            var cells = line.split(",", 3);
            if (!cells[2].startsWith("0,")) {
                found.put(Instant.parse(cells[0]).toEpochMilli(), cells[2]);
            }
        }
        assertThat(found.keySet()).as(step.word()).isEqualTo(expected.keySet());
        found.forEach(
                (bucket, text) -> {
                    var is = text.split(",", -1);
                    var should = expected.getOrDefault(bucket, "").split(",", -1);
                    assertThat(is).hasSameSizeAs(should);
                    for (int i = 0; i < is.length; i++) {
                        if (is[i].isEmpty() || should[i].isEmpty() || should[i].equals("NaN")) {
                            assertThat(is[i])
                                    .as(
                                            "%s %s cell %d: %s",
                                            step, Instant.ofEpochMilli(bucket), i, should[i])
                                    .isEmpty();
                            assertThat(should[i]).isIn("", "NaN");
                        } else {
                            assertThat(Double.parseDouble(is[i]))
                                    .as("%s %s cell %d", step, Instant.ofEpochMilli(bucket), i)
                                    .isCloseTo(Double.parseDouble(should[i]), within(2e-6));
                        }
                    }
                });
    }

    static long parisDay(long time) {
        return Instant.ofEpochMilli(time)
                .atZone(PARIS)
                .truncatedTo(ChronoUnit.DAYS)
                .toInstant()
                .toEpochMilli();
    }

    private static Reading charged(String at, double counter) {
        return new Reading(
                SALON,
                at(at),
                Observation.builder()
                        .number(Quantity.ONGRID_POWER_W, -600.0)
                        .number(Quantity.TOTAL_GRID_IN_WH, counter)
                        .number(Quantity.TOTAL_GRID_OUT_WH, 5.0)
                        .build());
    }

    private static double energyIn(String line) {
        var cells = line.split(",", -1);
        return Double.parseDouble(cells[cells.length - 2]);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static List<String> lines(History history, Step step) throws Exception {
        return export(history, step).lines().skip(1).toList();
    }

    private static String export(History history, Step step) throws Exception {
        var out = new ByteArrayOutputStream();
        history.export(
                new ExportRequest(null, null, List.of(), Map.of(), step, ExportRequest.Format.CSV),
                out,
                _ -> {});
        return out.toString(StandardCharsets.UTF_8);
    }
}
