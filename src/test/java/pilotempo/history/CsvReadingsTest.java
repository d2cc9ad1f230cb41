package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;

class CsvReadingsTest {
    private static final String NOON = "2026-01-05T12:00:00.000Z";

    @Test
    void columns_come_in_any_order_and_cells_may_be_quoted() throws IOException {
        var incoming =
                only(
                        "\uFEFF\"power_w\",mode,Battery, time ,soc_pct\r\n"
                                + "-12.5,\"passive\",\"the \"\"big\"\" one, left\", "
                                + NOON
                                + " ,57\r\n",
                        Map.of("the \"big\" one, left", GARAGE));
        assertThat(incoming.battery()).isEqualTo(GARAGE);
        assertThat(incoming.row().time()).isEqualTo(at(NOON).toEpochMilli());
        assertThat(incoming.row().value(Quantity.POWER_W)).isEqualTo(-12.5);
        assertThat(incoming.row().value(Quantity.SOC_PCT)).isEqualTo(57);
        assertThat(incoming.row().value(Quantity.PV_POWER_W)).isNaN();
        assertThat(incoming.row().mode()).isEqualTo(OperatingMode.PASSIVE);
    }

    @Test
    void a_battery_is_named_by_its_id_or_by_its_mac_in_any_spelling() throws IOException {
        for (var name : List.of("salon", "02005e000001", "02:00:5E:00:00:01")) {
            var incoming = only("time,battery,soc_pct\n" + NOON + "," + name + ",5");
            assertThat(incoming.battery()).isEqualTo(SALON);
        }
        assertThat(of("time,battery,soc_pct\n" + NOON + ",cellar,5")).isNull();
        assertThat(of("time,battery,soc_pct\n" + NOON + ",,5")).isNull();
    }

    @Test
    void times_are_iso_8601_with_an_offset_and_cut_to_milliseconds() throws IOException {
        var good =
                Map.of(
                        "2026-01-05T12:00:00Z", NOON,
                        "2026-01-05T13:00:00+01:00", NOON,
                        "2026-01-05T13:00+0100", NOON,
                        "2026-01-04T23:30:00.1239999-12:30", "2026-01-05T12:00:00.123Z",
                        "2026-01-05T12:00:00.5Z", "2026-01-05T12:00:00.500Z",
                        "2024-02-29T23:59:59.99Z", "2024-02-29T23:59:59.990Z",
                        "2026-10-25T02:30:00+02", "2026-10-25T00:30:00Z");
        for (var time : good.entrySet()) {
            var incoming = only("time,battery,soc_pct\n" + time.getKey() + ",salon,5");
            assertThat(Instant.ofEpochMilli(incoming.row().time()))
                    .as(time.getKey())
                    .isEqualTo(time.getValue());
        }
        for (var bad :
                List.of(
                        "",
                        "2026-01-05T12:00:00",
                        "2026-01-05 12:00:00Z",
                        "2026-01-05",
                        "2026-02-29T12:00:00Z",
                        "2026-13-01T12:00:00Z",
                        "2026-00-01T12:00:00Z",
                        "2026-01-00T12:00:00Z",
                        "2026-01-05T24:00:00Z",
                        "2026-01-05T12:60:00Z",
                        "2026-01-05T12:00:60Z",
                        "2026-01-05T12:00:00.Z",
                        "2026-01-05T12:00:00Zx",
                        "2026-01-05T12:00:00+1",
                        "2026-01-05T12:00:00+19:00",
                        "2019-12-31T23:59:59Z",
                        "2100-01-01T00:00:00Z",
                        "1767614400000",
                        "time")) {
            assertThat(of("time,battery,soc_pct\n" + bad + ",salon,5")).as(bad).isNull();
        }
    }

    @Test
    void a_random_instant_is_read_as_it_is_written() throws IOException {
        long seed = new Random().nextLong();
        System.out.println("CsvReadingsTest seed " + seed);
        var random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            var instant = Instant.ofEpochMilli(random.nextLong(Row.EARLIEST, CsvReadings.LATEST));
            var incoming = only("time,battery,soc_pct\n" + instant + ",salon,5");
            assertThat(incoming.row().time()).isEqualTo(instant.toEpochMilli());
        }
    }

    @Test
    void numbers_are_decimal_and_within_their_range() throws IOException {
        var good = new ArrayList<>(List.of("0", "-0", "7", "+7", "109.8", ".5", "5.", "1e2"));
        good.addAll(List.of("-99999.5", "0.10000000000000001", "1E-3", "000012.50", "100000"));
        for (var number : good) {
            var incoming = only("time,battery,power_w\n" + NOON + ",salon," + number);
            assertThat(incoming.row().value(Quantity.POWER_W))
                    .as(number)
                    .isEqualTo(Row.decimal((float) Double.parseDouble(number)));
        }
        assertThat(
                        1
                                / only("time,battery,power_w\n" + NOON + ",salon,-0")
                                        .row()
                                        .value(Quantity.POWER_W))
                .isEqualTo(Double.POSITIVE_INFINITY);
        for (var number :
                List.of(
                        "NaN",
                        "Infinity",
                        "-Infinity",
                        "1e999",
                        "100000.1",
                        "-1e6",
                        "12,5",
                        "1_000",
                        "0x10",
                        "1d",
                        "1f",
                        "--1",
                        "+-1",
                        "1.2.3",
                        "1e",
                        "e5",
                        ".",
                        "-",
                        "unknown",
                        "1 2",
                        "٣",
                        "null")) {
            assertThat(of("time,battery,power_w\n" + NOON + ",salon,\"" + number + "\""))
                    .as(number)
                    .isNull();
        }
        assertThat(of("time,battery,soc_pct\n" + NOON + ",salon,100.5")).isNull();
        assertThat(of("time,battery,total_grid_in_wh\n" + NOON + ",salon,-1")).isNull();
    }

    @Test
    void a_random_number_is_read_as_it_is_written() throws IOException {
        var random = new Random(5);
        for (int i = 0; i < 2000; i++) {
            double value =
                    i % 2 == 0 ? random.nextDouble() * 1e12 : random.nextInt(100_000_000) / 10.0;
            var incoming = only("time,battery,total_pv_wh\n" + NOON + ",salon," + value);
            assertThat(incoming.row().value(Quantity.TOTAL_PV_WH)).isEqualTo(value);
        }
    }

    @Test
    void a_line_with_too_few_or_too_many_cells_or_odd_quotes_is_no_reading() throws IOException {
        var header = "time,battery,soc_pct,mode\n";
        assertThat(of(header + NOON + ",salon,5,Auto")).isNotNull();
        assertThat(of(header + NOON + ",salon,5,")).isNotNull();
        for (var line :
                List.of(
                        ",salon,5",
                        ",salon,5,Auto,",
                        ",salon,5,Turbo",
                        ",\"salon,5,Auto",
                        ",\"salon\"x,5,Auto",
                        ";salon;5;Auto")) {
            assertThat(of(header + NOON + line)).as(line).isNull();
        }
    }

    @Test
    void a_header_that_is_none_is_refused_with_the_reason() {
        refused("", "empty");
        refused("battery,soc_pct\n", "\"time\" is not among them");
        refused("time;battery;soc_pct\n", "separated by commas");
        refused("time,soc_pct\n", "\"battery\" is not among them");
        refused("time,battery,soc_pct,SOC_pct\n", "\"soc_pct\" twice");
        refused("time,battery,samples,soc_pct_avg\n", "no column of a reading");
        refused("\"time,battery\n", "quote");
    }

    @Test
    void lines_of_any_length_are_found_wherever_the_buffer_ends() throws IOException {
        var text = new StringBuilder("time,battery,soc_pct\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(i % 7 == 0 ? "\r\n" : "x".repeat(i % 41) + "\n");
        }
        text.append("y".repeat(700_000)).append("\nlast");
        var lines = lines(text.toString());
        var expected = text.toString().split("\r?\n", -1);
        for (var line : expected) {
            assertThat(lines.next()).isTrue();
            assertThat(lines.end() - lines.begin()).isEqualTo(line.length());
            assertThat(lines.isBlank()).isEqualTo(line.isEmpty());
        }
        assertThat(lines.next()).isFalse();
        assertThat(lines.number()).isEqualTo(expected.length);
        assertThat(lines.position()).isEqualTo(text.length());
    }

    private static void refused(String file, String why) {
        assertThatThrownBy(() -> of(file))
                .isInstanceOf(ImportRefused.class)
                .hasMessageContaining(why);
    }

    private static Incoming only(String file, Map<String, Mac> ids) throws IOException {
        var incoming = of(file, ids);
        if (incoming == null) {
            throw new AssertionError("no reading: " + file);
        }
        return incoming;
    }

    private static Incoming only(String file) throws IOException {
        return only(file, Map.of("salon", SALON));
    }

    private static @Nullable Incoming of(String file) throws IOException {
        return of(file, Map.of("salon", SALON));
    }

    private static @Nullable Incoming of(String file, Map<String, Mac> ids) throws IOException {
        var lines = lines(file);
        var header = CsvImport.header(lines);
        assertThat(lines.next()).isTrue();
        return new CsvReadings(header, ids).of(lines);
    }

    private static CsvLines lines(String text) {
        return new CsvLines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }
}
