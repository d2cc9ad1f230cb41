package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static pilotempo.history.Fixtures.GARAGE;
import static pilotempo.history.Fixtures.PARIS;
import static pilotempo.history.Fixtures.SALON;
import static pilotempo.history.Fixtures.at;
import static pilotempo.history.Fixtures.battery;
import static pilotempo.history.Fixtures.export;
import static pilotempo.history.Fixtures.open;
import static pilotempo.history.Fixtures.reading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.ManualTime;
import pilotempo.settings.HistorySettings;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;

class HistoryTest {
    @TempDir private Path folder;

    private static final Reading FULL =
            new Reading(
                    SALON,
                    at("2026-01-05T18:42:00.123Z"),
                    Observation.builder()
                            .number(Quantity.SOC_PCT, 57.0)
                            .number(Quantity.POWER_W, 1246.0)
                            .number(Quantity.ONGRID_POWER_W, 1246.5)
                            .number(Quantity.OFFGRID_POWER_W, 0.0)
                            .number(Quantity.PV_POWER_W, 0.1)
                            .number(Quantity.TEMPERATURE_C, 21.7)
                            .number(Quantity.REMAINING_WH, 2918.4)
                            .number(Quantity.RATED_WH, 5120.0)
                            .number(Quantity.METER_POWER_W, -109.8)
                            .number(Quantity.TOTAL_PV_WH, 0.0)
                            .number(Quantity.TOTAL_GRID_OUT_WH, 844123.0)
                            .number(Quantity.TOTAL_GRID_IN_WH, 1e7)
                            .number(Quantity.WIFI_RSSI_DBM, -61.0)
                            .mode(OperatingMode.MANUAL)
                            .chargingAllowed(true)
                            .dischargingAllowed(false)
                            .ctConnected(true)
                            .build());

    @Test
    void what_was_stored_comes_back_as_it_was_sent_after_a_restart() throws Exception {
        try (var history = open(folder)) {
            history.remember(battery(SALON, "salon"));
            history.store(FULL);
        }
        try (var history = open(folder)) {
            assertThat(history.newest(SALON)).contains(FULL);
            assertThat(history.newest(GARAGE)).isEmpty();
            assertThat(history.first()).contains(FULL.at());
            assertThat(history.known()).containsEntry(SALON, battery(SALON, "salon"));
            assertThat(history.outbox().newest(OutboxStream.READINGS)).isEqualTo(1);
        }
    }

    @Test
    void flush_makes_durable_and_health_tells_so() throws Exception {
        try (var history = open(folder)) {
            history.store(FULL);
            history.flush();
            assertThat(history.health().waiting()).isZero();
            assertThat(history.health().recording()).isTrue();
            assertThat(history.health().trouble()).isNull();
            assertThat(history.health().lastCommit()).isNotNull();
            assertThat(history.outbox().newest(OutboxStream.READINGS)).isEqualTo(1);
            assertThat(history.newest(SALON)).contains(FULL);
        }
    }

    @Test
    void a_second_reading_of_an_instant_is_ignored_in_one_batch_and_in_another() throws Exception {
        var other = reading(SALON, FULL.at(), Map.of(Quantity.POWER_W, 1.0));
        try (var history = open(folder)) {
            history.store(FULL);
            history.store(other);
            history.flush();
            history.store(other);
            history.flush();
            assertThat(history.newest(SALON)).contains(FULL);
            assertThat(csv(history, Step.HOUR).get(1))
                    .startsWith("2026-01-05T18:00:00.000Z,salon,1,");
        }
    }

    @Test
    void a_reading_from_before_the_clock_was_set_is_not_stored() throws Exception {
        try (var history = open(folder)) {
            history.store(
                    reading(SALON, at("1970-01-01T00:00:10Z"), Map.of(Quantity.POWER_W, 1.0)));
            history.store(FULL);
            history.flush();
            assertThat(history.first()).contains(FULL.at());
        }
    }

    @Test
    void raw_csv_has_the_fixed_shape() throws Exception {
        try (var history = open(folder)) {
            history.store(FULL);
            history.store(reading(GARAGE, FULL.at(), Map.of(Quantity.SOC_PCT, 3.0)));
            assertThat(csv(history, Step.RAW))
                    .containsExactly(
                            "time,battery,soc_pct,power_w,ongrid_power_w,offgrid_power_w,pv_power_w,"
                                    + "temperature_c,remaining_wh,rated_wh,mode,meter_power_w,total_pv_wh,"
                                    + "total_grid_out_wh,total_grid_in_wh,total_load_wh",
                            "2026-01-05T18:42:00.123Z,salon,57,1246,1246.5,0,0.1,21.7,2918.4,5120,"
                                    + "Manual,-109.8,0,844123,10000000,",
                            "2026-01-05T18:42:00.123Z,garage,3,,,,,,,,,,,,,");
        }
    }

    @Test
    void raw_json_has_the_same_names_and_null_for_unknown() throws Exception {
        try (var history = open(folder)) {
            history.store(reading(GARAGE, FULL.at(), Map.of(Quantity.SOC_PCT, 3.5)));
            assertThat(exported(history, Step.RAW, ExportRequest.Format.JSON))
                    .isEqualTo(
                            "[\n{\"time\":\"2026-01-05T18:42:00.123Z\",\"battery\":\"garage\","
                                    + "\"soc_pct\":3.5,\"power_w\":null,\"ongrid_power_w\":null,"
                                    + "\"offgrid_power_w\":null,\"pv_power_w\":null,\"temperature_c\":null,"
                                    + "\"remaining_wh\":null,\"rated_wh\":null,\"mode\":null,"
                                    + "\"meter_power_w\":null,\"total_pv_wh\":null,\"total_grid_out_wh\":null,"
                                    + "\"total_grid_in_wh\":null,\"total_load_wh\":null}\n]\n");
        }
    }

    @Test
    void quarters_have_mean_least_and_greatest_of_each_quantity_and_energy() throws Exception {
        try (var history = open(folder)) {
            for (int i = 0; i < 3; i++) {
                history.store(
                        reading(
                                SALON,
                                at("2026-01-05T18:40:00Z").plusSeconds(120L * i),
                                Map.of(
                                        Quantity.SOC_PCT,
                                        50.0 + i,
                                        Quantity.ONGRID_POWER_W,
                                        -100.1 * i,
                                        Quantity.TOTAL_GRID_OUT_WH,
                                        7.0)));
            }
            assertThat(csv(history, Step.QUARTER))
                    .containsExactly(
                            "time,battery,samples,soc_pct_avg,soc_pct_min,soc_pct_max,"
                                    + "power_w_avg,power_w_min,power_w_max,"
                                    + "ongrid_power_w_avg,ongrid_power_w_min,ongrid_power_w_max,"
                                    + "offgrid_power_w_avg,offgrid_power_w_min,offgrid_power_w_max,"
                                    + "pv_power_w_avg,pv_power_w_min,pv_power_w_max,"
                                    + "temperature_c_avg,temperature_c_min,temperature_c_max,"
                                    + "meter_power_w_avg,meter_power_w_min,meter_power_w_max,"
                                    + "energy_in_wh,energy_out_wh",
                            "2026-01-05T18:30:00.000Z,salon,3,51,50,52,,,,-100.1,-200.2,0"
                                    + ",,,,,,,,,,,,,3.336667,0");
            assertThat(csv(history, Step.MINUTE))
                    .hasSize(4)
                    .last()
                    .asString()
                    .isEqualTo(
                            "2026-01-05T18:44:00.000Z,salon,1,52,52,52,,,,-200.2,-200.2,-200.2"
                                    + ",,,,,,,,,,,,,,");
        }
    }

    @Test
    void a_range_and_some_batteries_can_be_exported() throws Exception {
        try (var history = open(folder)) {
            for (int i = 0; i < 3; i++) {
                for (var mac : List.of(SALON, GARAGE)) {
                    history.store(
                            reading(mac, FULL.at().plusSeconds(i), Map.of(Quantity.SOC_PCT, 1.0)));
                }
            }
            history.flush();
            var out = new ByteArrayOutputStream();
            var request =
                    new ExportRequest(
                            FULL.at().plusSeconds(1),
                            FULL.at().plusSeconds(2),
                            List.of(GARAGE),
                            Map.of(GARAGE, "a,\"b\""),
                            Step.RAW,
                            ExportRequest.Format.CSV);
            history.export(request, out, _ -> {});
            assertThat(out.toString(StandardCharsets.UTF_8).lines().skip(1))
                    .containsExactly("2026-01-05T18:42:01.123Z,\"a,\"\"b\"\"\",1,,,,,,,,,,,,,");
        }
    }

    @Test
    void readings_come_to_the_disk_within_the_interval_and_commits_are_an_interval_apart()
            throws Exception {
        var time = ManualTime.at("2026-01-05T18:42:00Z");
        var settings = new HistorySettings(Duration.ofSeconds(10), Optional.empty());
        try (var history =
                LocalHistory.open(new HistoryFile(folder, "file:"), settings, PARIS, time.time())) {
            time.awaitWaiting(1);
            history.store(FULL);
            assertThat(history.health().lastCommit()).isNull();
            awaitDurable(history, time, Duration.ofSeconds(5));
            assertThat(history.health().lastCommit()).isEqualTo(time.time().now());
            var first = time.time().now();
            history.store(reading(SALON, FULL.at().plusSeconds(1), Map.of(Quantity.SOC_PCT, 1.0)));
            awaitDurable(history, time, Duration.ofSeconds(10));
            assertThat(Duration.between(first, time.time().now()))
                    .isBetween(Duration.ofSeconds(9), Duration.ofSeconds(10));
        }
    }

    /** Moves time in small steps, giving the writer real time for each. */
    private static void awaitDurable(LocalHistory history, ManualTime time, Duration atMost)
            throws InterruptedException {
        var end = time.time().now().plus(atMost);
        while (history.health().waiting() > 0) {
            assertThat(time.time().now()).isBefore(end);
            time.awaitWaiting(1);
            time.advance(Duration.ofMillis(500));
            settle(history);
        }
    }

    private static void settle(LocalHistory history) {
        try {
            await().pollInterval(Duration.ofMillis(5))
                    .atMost(Duration.ofMillis(400))
                    .until(() -> history.health().waiting() == 0);
        } catch (ConditionTimeoutException notYet) {
            assertThat(notYet).isNotNull();
        }
    }

    @Test
    void an_empty_history_exports_a_header_or_an_empty_array() throws Exception {
        try (var history = open(folder)) {
            assertThat(csv(history, Step.DAY)).hasSize(1);
            assertThat(exported(history, Step.DAY, ExportRequest.Format.JSON)).isEqualTo("[]\n");
            assertThat(history.first()).isEmpty();
        }
    }

    @Test
    void tempo_days_are_kept_and_replaced_and_the_unknown_never_stored() {
        var day = LocalDate.of(2026, 1, 5);
        var told = at("2026-01-04T10:30:00Z");
        var provisional =
                new DayColour(day, TempoColour.WHITE, DayColour.Status.PROVISIONAL, "rte", told);
        var confirmed = new DayColour(day, TempoColour.RED, DayColour.Status.CONFIRMED, null, null);
        try (var history = open(folder)) {
            history.colours().save(List.of(provisional, DayColour.unknown(day.plusDays(1))));
            assertThat(history.colours().load(day, day.plusDays(1))).containsExactly(provisional);
            history.colours().save(List.of(confirmed));
        }
        try (var history = open(folder)) {
            assertThat(history.colours().load(day, day)).containsExactly(confirmed);
            assertThat(history.colours().load(day.plusDays(1), day.plusDays(9))).isEmpty();
        }
    }

    private static List<String> csv(History history, Step step) throws Exception {
        return exported(history, step, ExportRequest.Format.CSV).lines().toList();
    }

    private static String exported(History history, Step step, ExportRequest.Format format)
            throws Exception {
        history.flush();
        var out = new ByteArrayOutputStream();
        var told = new ArrayList<Long>();
        history.export(export(step, format), out, told::add);
        assertThat(told).isNotEmpty();
        return out.toString(StandardCharsets.UTF_8);
    }
}
