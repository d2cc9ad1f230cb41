package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Time;

/** Files as they come, against a plain calculation of what they say. */
class CsvImportTest {
    static final ImportRequest IDS = new ImportRequest(Map.of("salon", SALON, "garage", GARAGE));
    static final CsvImport.Sizes SMALL = new CsvImport.Sizes(3_000, 700);

    private static final Instant END = at("2030-01-01T00:00:00Z");

    @TempDir private Path folder;

    @Test
    void two_years_with_all_that_goes_wrong_are_what_a_plain_calculation_says() throws Exception {
        long seed = new Random().nextLong();
        System.out.println("CsvImportTest seed " + seed);
        var random = new Random(seed);
        var readings = twoYears(random);
        var file = folder.resolve("two-years.csv");
        int bad = write(file, lines(readings, random), random);
        int doubled = readings.size() / 30;
        try (var history = Fixtures.open(folder.resolve("data"))) {
            var report = history.importCsv(file, IDS, SMALL, _ -> {});
            assertThat(report.stored()).isEqualTo(readings.size());
            assertThat(report.already()).isEqualTo(doubled);
            assertThat(report.rejected()).isEqualTo(bad);
            assertThat(report.lines()).isEqualTo(readings.size() + doubled + bad);
            var exports = exports(history);
            check(history, readings);
            var again = history.importCsv(file, IDS, _ -> {});
            assertThat(again.stored()).isZero();
            assertThat(again.already()).isEqualTo(readings.size() + doubled);
            assertThat(exports(history)).isEqualTo(exports);
            assertThat(history.houseLedger(Instant.EPOCH, END))
                    .containsExactlyElementsOf(Simulated.ledger(readings));
        }
    }

    @Test
    void what_the_raw_export_writes_comes_back_as_it_was_in_any_order() throws Exception {
        var random = new Random(3);
        var readings = twoYears(random).subList(0, 4_000);
        try (var history = Fixtures.open(folder.resolve("a"))) {
            readings.forEach(history::store);
            history.flush();
            history.settle();
            var exports = exports(history);
            var raw = exports.getOrDefault(Step.RAW, "");
            var file = folder.resolve("raw.csv");
            var shuffled = new ArrayList<>(raw.lines().skip(1).toList());
            Collections.shuffle(shuffled, random);
            Files.writeString(
                    file,
                    raw.lines().findFirst().orElseThrow() + "\n" + String.join("\n", shuffled));
            try (var other = Fixtures.open(folder.resolve("b"))) {
                other.importCsv(file, IDS, SMALL, _ -> {});
                assertThat(exports(other)).isEqualTo(exports);
                assertThat(other.houseLedger(Instant.EPOCH, END))
                        .isEqualTo(history.houseLedger(Instant.EPOCH, END));
            }
        }
    }

    @Test
    void late_lines_go_between_what_was_recorded_and_get_numbers_for_the_server() throws Exception {
        var random = new Random(4);
        var readings = twoYears(random).subList(0, 3_000);
        var late = new ArrayList<Reading>();
        var recorded = new ArrayList<Reading>();
        readings.forEach(reading -> (random.nextInt(4) == 0 ? late : recorded).add(reading));
        try (var history = Fixtures.open(folder.resolve("a"))) {
            recorded.forEach(history::store);
            history.flush();
            history.settle();
            long before = history.outbox().newest(OutboxStream.READINGS);
            long quarters = history.outbox().newest(OutboxStream.BATTERY_QUARTERS);
            long house = history.outbox().newest(OutboxStream.HOUSE_QUARTERS);
            var file = folder.resolve("late.csv");
            write(file, lines(late, random), random);
            assertThat(history.importCsv(file, IDS, SMALL, _ -> {}).stored())
                    .isEqualTo(late.size());
            check(history, readings);
            assertThat(history.houseLedger(Instant.EPOCH, END))
                    .containsExactlyElementsOf(Simulated.ledger(readings));
            assertThat(history.outbox().after(OutboxStream.READINGS, before, 10_000))
                    .hasSize(late.size());
            assertThat(history.outbox().newest(OutboxStream.BATTERY_QUARTERS))
                    .isGreaterThan(quarters);
            assertThat(history.outbox().newest(OutboxStream.HOUSE_QUARTERS)).isGreaterThan(house);
        }
    }

    @Test
    void bad_lines_are_set_aside_with_their_numbers_and_the_file_is_written_anew_each_time()
            throws Exception {
        var file = folder.resolve("some.csv");
        var rejected = folder.resolve("some.csv.rejected");
        Files.writeString(
                file,
                """
                time,battery,soc_pct,colour
                2026-01-05T12:00:00Z,salon,50,red

                2026-01-05T12:00:10Z,cellar,50,red
                2026-01-05T12:00:20Z,"sa""lon",50,red
                2026-01-05T12:00:00Z,salon,51,red
                2026-01-05T12:00:30Z,garage,NaN,red
                """);
        try (var history = Fixtures.open(folder.resolve("data"))) {
            var report = history.importCsv(file, IDS, _ -> {});
            assertThat(report.lines()).isEqualTo(5);
            assertThat(report.stored()).isEqualTo(1);
            assertThat(report.already()).isEqualTo(1);
            assertThat(report.rejected()).isEqualTo(3);
            assertThat(report.ignoredColumns()).containsExactly("colour");
            assertThat(report.rejectedFile()).contains(rejected);
            assertThat(Files.readAllLines(rejected))
                    .containsExactly(
                            "4 2026-01-05T12:00:10Z,cellar,50,red",
                            "5 2026-01-05T12:00:20Z,\"sa\"\"lon\",50,red",
                            "7 2026-01-05T12:00:30Z,garage,NaN,red");
            assertThat(history.newest(SALON).orElseThrow().values().number(Quantity.SOC_PCT))
                    .isEqualTo(50);
            Files.writeString(file, "time,battery,soc_pct\n2026-01-05T13:00:00Z,salon,50");
            assertThat(history.importCsv(file, IDS, _ -> {}).rejectedFile()).isEmpty();
            assertThat(rejected).doesNotExist();
        }
    }

    @Test
    void a_file_that_is_missing_or_of_another_shape_is_refused_and_nothing_is_stored()
            throws Exception {
        var file = folder.resolve("other.csv");
        Files.writeString(file, "when,battery,soc_pct\n2026-01-05T12:00:00Z,salon,50\n");
        try (var history = Fixtures.open(folder.resolve("data"))) {
            assertThatThrownBy(() -> history.importCsv(file, IDS, _ -> {}))
                    .isInstanceOf(ImportRefused.class);
            assertThatThrownBy(() -> history.importCsv(folder.resolve("none"), IDS, _ -> {}))
                    .isInstanceOf(NoSuchFileException.class);
            assertThatThrownBy(() -> history.importCsv(folder, IDS, _ -> {}))
                    .isInstanceOf(NoSuchFileException.class);
            assertThat(history.known()).isEmpty();
        }
    }

    @Test
    void recording_goes_on_while_a_file_is_imported() throws Exception {
        var file = folder.resolve("long.csv");
        var random = new Random(5);
        write(file, lines(twoYears(random), random), random);
        try (var history = Fixtures.open(folder.resolve("data"))) {
            var imported = new AtomicBoolean();
            var begun = new CompletableFuture<Void>();
            var importing =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            history.importCsv(
                                                    file, IDS, SMALL, _ -> begun.complete(null));
                                            imported.set(true);
                                        } catch (Exception failed) {
                                            begun.completeExceptionally(failed);
                                        }
                                    });
            begun.get();
            var live = Fixtures.reading(SALON, END, Map.of(Quantity.SOC_PCT, 7.0));
            history.store(live);
            history.flush();
            assertThat(imported).isFalse();
            assertThat(history.newest(SALON)).contains(live);
            importing.join();
            assertThat(imported).isTrue();
        }
    }

    @Test
    void an_interrupt_stops_between_two_parts_and_the_same_file_completes_it() throws Exception {
        var file = folder.resolve("long.csv");
        var random = new Random(6);
        var readings = twoYears(random).subList(0, 8_000);
        write(file, lines(readings, random), random);
        try (var history = Fixtures.open(folder.resolve("data"))) {
            var me = Thread.currentThread();
            assertThatThrownBy(() -> history.importCsv(file, IDS, SMALL, _ -> me.interrupt()))
                    .isInstanceOf(InterruptedException.class);
            var report = history.importCsv(file, IDS, SMALL, _ -> {});
            assertThat(report.stored()).isBetween(1L, readings.size() - 500L);
            check(history, readings);
        }
    }

    @Test
    void a_full_disk_stops_the_import_with_a_clear_message_and_hurts_nothing() throws Exception {
        var file = folder.resolve("long.csv");
        var random = new Random(7);
        var readings = twoYears(random).subList(0, 8_000);
        write(file, lines(readings, random), random);
        FullDisk.install();
        var database = new HistoryFile(folder.resolve("data"), FullDisk.SCHEME);
        try (var history =
                LocalHistory.open(database, Fixtures.QUICK, Fixtures.PARIS, Time.system())) {
            assertThatThrownBy(() -> history.importCsv(file, IDS, SMALL, _ -> FullDisk.full(true)))
                    .isInstanceOf(HistoryUnavailable.class)
                    .hasMessageContaining("can't be written")
                    .hasMessageNotContaining("h2");
            FullDisk.full(false);
            var report = history.importCsv(file, IDS, SMALL, _ -> {});
            assertThat(report.stored()).isBetween(1L, readings.size() - 500L);
            check(history, readings);
            assertThat(history.health().recording()).isTrue();
        }
    }

    @Test
    void progress_rises_to_the_end_and_can_be_said_in_words() throws Exception {
        var file = folder.resolve("long.csv");
        var random = new Random(8);
        write(file, lines(twoYears(random).subList(0, 9_000), random), random);
        try (var history = Fixtures.open(folder.resolve("data"))) {
            var told = new ArrayList<ImportProgress>();
            history.importCsv(file, IDS, SMALL, told::add);
            assertThat(told)
                    .hasSizeGreaterThan(10)
                    .isSortedAccordingTo((a, b) -> Long.compare(a.bytes(), b.bytes()));
            assertThat(told.getLast().bytes()).isEqualTo(Files.size(file));
            assertThat(told.getLast().words()).startsWith("100 %, 9,3");
        }
    }

    /** A burst of readings each day, on both sides of midnight, and the days of changed clocks. */
    static List<Reading> twoYears(Random random) {
        var readings = new ArrayList<Reading>();
        var start = at("2024-10-20T21:30:00Z");
        for (int day = 0; day < 730; day += 1 + random.nextInt(2)) {
            for (var mac : List.of(SALON, GARAGE)) {
                if (random.nextInt(9) > 0) {
                    readings.addAll(
                            Simulated.battery(
                                    random,
                                    mac,
                                    start.plus(Duration.ofDays(day))
                                            .plusSeconds(random.nextInt(7000)),
                                    60 + random.nextInt(100),
                                    12 + random.nextInt(12)));
                }
            }
        }
        var keys = new HashSet<String>();
        readings.removeIf(reading -> !keys.add(reading.battery() + "," + reading.at()));
        readings.sort(
                (a, b) ->
                        a.at().equals(b.at())
                                ? a.battery().compareTo(b.battery())
                                : a.at().compareTo(b.at()));
        return readings;
    }

    /** Lines as the export writes them, doubled ones with another value behind. */
    private static List<String> lines(List<Reading> readings, Random random) {
        var lines = new ArrayList<String>();
        readings.forEach(reading -> lines.add(line(reading)));
        if (readings.size() >= 4_000) {
            for (int from = 0; from + 500 < lines.size(); from += 1500) {
                Collections.shuffle(lines.subList(from, from + 500), random);
            }
        } else {
            Collections.shuffle(lines, random);
        }
        for (int i = 0; i < readings.size() / 30; i++) {
            int place = random.nextInt(lines.size());
            var copy = lines.get(place).replaceFirst("Z,([a-z]+),[0-9]+,", "Z,$1,99,");
            lines.add(place + 1 + random.nextInt(lines.size() - place), copy);
        }
        return lines;
    }

    static String header() {
        var header = new StringBuilder("time,battery");
        for (var quantity : Quantity.values()) {
            if (quantity != Quantity.WIFI_RSSI_DBM) {
                header.append(',').append(quantity.column());
            }
        }
        return header.toString();
    }

    static String line(Reading reading) {
        var line = new StringBuilder();
        line.append(reading.at().toString().replaceFirst("(:\\d\\d)Z", "$1.000Z"));
        line.append(reading.battery().equals(SALON) ? ",salon" : ",garage");
        for (var quantity : Quantity.values()) {
            if (quantity != Quantity.WIFI_RSSI_DBM) {
                var value = Decimals.plain(Row.of(reading).value(quantity));
                line.append(',').append(value == null ? "" : value);
            }
        }
        return line.toString();
    }

    /** Returns how many bad lines were put between the others. */
    private static int write(Path file, List<String> lines, Random random) throws Exception {
        var text = new StringBuilder(header());
        int bad = 0;
        for (var line : lines) {
            text.append(random.nextInt(50) == 0 ? "\r\n" : "\n");
            if (random.nextInt(100) == 0) {
                bad++;
                text.append(
                        switch (random.nextInt(4)) {
                            case 0 -> line.replaceFirst("T", " ");
                            case 1 -> line + ",";
                            case 2 -> line.replaceFirst(",(salon|garage),", ",attic,");
                            default -> line.replaceFirst("Z,([a-z]+),[0-9]+,", "Z,$1,100.1,");
                        });
                text.append('\n');
            }
            text.append(line);
        }
        Files.writeString(file, text);
        return bad;
    }

    /** Every step of each battery against a calculation over everything at once. */
    private static void check(LocalHistory history, List<Reading> readings) throws Exception {
        for (var mac : List.of(SALON, GARAGE)) {
            var own = readings.stream().filter(r -> r.battery().equals(mac)).toList();
            RollupsTest.check(
                    lines(history, Step.MINUTE, mac),
                    Step.MINUTE,
                    RollupsTest.expected(own, time -> time - Math.floorMod(time, 60_000)));
            RollupsTest.check(
                    lines(history, Step.QUARTER, mac),
                    Step.QUARTER,
                    RollupsTest.expected(own, time -> time - Math.floorMod(time, 900_000)));
            RollupsTest.check(
                    lines(history, Step.HOUR, mac),
                    Step.HOUR,
                    RollupsTest.expected(own, time -> time - Math.floorMod(time, 3_600_000)));
            RollupsTest.check(
                    lines(history, Step.DAY, mac),
                    Step.DAY,
                    RollupsTest.expected(own, RollupsTest::parisDay));
            assertThat(lines(history, Step.RAW, mac)).hasSize(own.size());
        }
    }

    static Map<Step, String> exports(LocalHistory history) throws Exception {
        var exports = new LinkedHashMap<Step, String>();
        for (var step : Step.values()) {
            var out = new ByteArrayOutputStream();
            history.export(Fixtures.export(step, ExportRequest.Format.CSV), out, _ -> {});
            exports.put(step, out.toString(StandardCharsets.UTF_8));
        }
        return exports;
    }

    private static List<String> lines(LocalHistory history, Step step, Mac battery)
            throws Exception {
        var out = new ByteArrayOutputStream();
        var request =
                new ExportRequest(
                        null, null, List.of(battery), Map.of(), step, ExportRequest.Format.CSV);
        history.export(request, out, _ -> {});
        return out.toString(StandardCharsets.UTF_8).lines().skip(1).toList();
    }
}
