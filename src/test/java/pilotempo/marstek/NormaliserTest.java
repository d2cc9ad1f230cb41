package pilotempo.marstek;

import static org.assertj.core.api.Assertions.assertThat;
import static pilotempo.battery.Quantity.METER_POWER_W;
import static pilotempo.battery.Quantity.OFFGRID_POWER_W;
import static pilotempo.battery.Quantity.ONGRID_POWER_W;
import static pilotempo.battery.Quantity.POWER_W;
import static pilotempo.battery.Quantity.PV_POWER_W;
import static pilotempo.battery.Quantity.RATED_WH;
import static pilotempo.battery.Quantity.REMAINING_WH;
import static pilotempo.battery.Quantity.SOC_PCT;
import static pilotempo.battery.Quantity.TEMPERATURE_C;
import static pilotempo.battery.Quantity.TOTAL_GRID_IN_WH;
import static pilotempo.battery.Quantity.TOTAL_GRID_OUT_WH;
import static pilotempo.battery.Quantity.TOTAL_PV_WH;
import static pilotempo.battery.Quantity.WIFI_RSSI_DBM;

import com.fasterxml.jackson.core.JsonProcessingException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.battery.Observation;
import pilotempo.battery.OperatingMode;

class NormaliserTest {
    private static Observation observe(
            Query query, String model, @Nullable Integer firmware, String result)
            throws JsonProcessingException {
        return Normaliser.observe(
                query, Wire.JSON.readTree(result), FirmwareTable.of(Family.of(model), firmware));
    }

    @ParameterizedTest
    @CsvSource({
        "VenusE 3.0, 139, 202, 20.2",
        "VenusE 3.0, 142, 280, 28.0",
        "VenusE 3.0, 143, 15, 15.0",
        "VenusE 3.0, 148, 62, 62.0",
        "VenusE 3.0, , 202, 20.2",
        "VenusE 3.0, , 31, 31.0",
        "VenusE, 153, 2.5, 2.5",
        "VenusE, 156, 1.7, 17.0",
        "VenusE, 1573, 2.0, 20.0",
        "VenusE, 156, 25, 25.0",
        "VenusE, , 1.7, 17.0",
        "Venus A, 147, -8, -8.0",
        "Venus A, 147, -31, ",
        "Venus A, 147, 999, ",
    })
    void temperatures_go_by_family_and_firmware(
            String model, @Nullable Integer firmware, String raw, @Nullable Double celsius)
            throws JsonProcessingException {
        var seen =
                observe(
                        Query.CELLS,
                        model,
                        firmware,
                        "{\"soc\":50,\"rated_capacity\":5120,\"bat_temp\":" + raw + "}");
        assertThat(seen.number(TEMPERATURE_C)).isEqualTo(celsius);
    }

    @ParameterizedTest
    @CsvSource({
        "VenusE, 153, 7034, 70340, ",
        "VenusE, 154, 184, 18400, ",
        "VenusE, , 184, , ",
        "VNSEM-0, 301, 184, , ",
        "VenusE 3.0, 150, 184, 184, ",
        "VenusE 3.0, , 184, 184, ",
        "VenusE 3.0, 9999, 184, 184, ",
        "Venus A, 148, 184, 184, ",
        "Venus A, 149, 184, 184, 1840",
        "Venus D, 1509, 184, 184, 1840",
        "Jupiter, 100, 184, , ",
    })
    void counters_go_by_family_and_firmware(
            String model,
            @Nullable Integer firmware,
            int raw,
            @Nullable Double grid,
            @Nullable Double sun)
            throws JsonProcessingException {
        var seen =
                observe(
                        Query.POWER,
                        model,
                        firmware,
                        "{\"bat_soc\":50,\"bat_cap\":5120,\"total_grid_output_energy\":%d,"
                                        .formatted(raw)
                                + "\"total_pv_energy\":%d,\"total_load_energy\":%d}"
                                        .formatted(raw, raw));
        assertThat(seen.number(TOTAL_GRID_OUT_WH)).isEqualTo(grid);
        assertThat(seen.number(TOTAL_PV_WH)).isEqualTo(sun);
    }

    @ParameterizedTest
    @CsvSource({"4294967295", "-1", "1000000001", "null", "\"much\"", "1e400", "true"})
    void a_counter_that_is_no_reading_is_unknown(String raw) throws JsonProcessingException {
        var seen =
                observe(
                        Query.POWER,
                        "VenusE 3.0",
                        150,
                        "{\"bat_cap\":5120,\"total_grid_input_energy\":" + raw + "}");
        assertThat(seen.number(TOTAL_GRID_IN_WH)).isNull();
    }

    @Test
    void the_cells_power_needs_all_three_of_the_same_reply() throws JsonProcessingException {
        var whole =
                "{\"bat_cap\":5120,\"ongrid_power\":-300,\"offgrid_power\":50,\"pv_power\":200}";
        assertThat(observe(Query.POWER, "Venus A", 150, whole).number(POWER_W)).isEqualTo(-450);
        for (var key : new String[] {"ongrid_power", "offgrid_power", "pv_power"}) {
            var seen = observe(Query.POWER, "Venus A", 150, whole.replace(key, "other"));
            assertThat(seen.number(POWER_W)).as("without %s", key).isNull();
        }
    }

    @Test
    void bat_power_counts_charging_positive_and_in_tenths() throws JsonProcessingException {
        var seen =
                observe(
                        Query.POWER,
                        "VenusE",
                        153,
                        "{\"bat_cap\":5120,\"ongrid_power\":-466,\"offgrid_power\":0,"
                                + "\"pv_power\":0,\"bat_power\":4480}");
        assertThat(seen.number(POWER_W)).isEqualTo(-448);
        assertThat(seen.number(ONGRID_POWER_W)).isEqualTo(-466);
    }

    @Test
    void the_mode_reply_gives_the_power_of_batteries_without_panels_only()
            throws JsonProcessingException {
        var reply = "{\"mode\":\"auto\",\"ongrid_power\":\"294\",\"offgrid_power\":6}";
        var seen = observe(Query.MODE, "VenusE 3.0", 139, reply);
        assertThat(seen.mode()).isEqualTo(OperatingMode.AUTO);
        assertThat(seen.number(POWER_W)).isEqualTo(300);
        assertThat(observe(Query.MODE, "Venus A", 150, reply).number(POWER_W)).isNull();
        assertThat(
                        observe(
                                        Query.MODE,
                                        "VenusE 3.0",
                                        139,
                                        "{\"mode\":\"Auto\",\"ongrid_power\":294}")
                                .number(POWER_W))
                .isNull();
    }

    @Test
    void without_a_total_the_meter_is_the_sum_of_its_phases_if_all_are_known()
            throws JsonProcessingException {
        var phases = "{\"ct_state\":1,\"a_power\":21,\"b_power\":492,\"c_power\":65028}";
        assertThat(observe(Query.METER, "VenusE 3.0", 150, phases).number(METER_POWER_W))
                .isEqualTo(5);
        var less = phases.replace("b_power", "other");
        assertThat(observe(Query.METER, "VenusE 3.0", 150, less).number(METER_POWER_W)).isNull();
        var off = observe(Query.METER, "VenusE 3.0", 150, phases.replace(":1", ":0"));
        assertThat(off.number(METER_POWER_W)).isNull();
        assertThat(off.ctConnected()).isFalse();
    }

    @Test
    void the_mini_tells_what_is_left_as_its_capacity() throws JsonProcessingException {
        var seen = observe(Query.POWER, "VNSEM-0", 301, "{\"bat_soc\":50,\"bat_cap\":1000}");
        assertThat(seen.number(REMAINING_WH)).isEqualTo(1000);
        assertThat(seen.number(RATED_WH)).isNull();
    }

    @Test
    void a_power_that_no_battery_can_have_is_unknown() throws JsonProcessingException {
        var seen =
                observe(
                        Query.POWER,
                        "VenusE 3.0",
                        150,
                        "{\"bat_soc\":50,\"bat_cap\":5120,\"ongrid_power\":20000,"
                                + "\"offgrid_power\":-1200000,\"pv_power\":0}");
        assertThat(seen.number(ONGRID_POWER_W)).isNull();
        assertThat(seen.number(OFFGRID_POWER_W)).isNull();
        assertThat(seen.number(POWER_W)).isNull();
        assertThat(seen.number(PV_POWER_W)).isEqualTo(0);
    }

    @Test
    void a_silent_bms_voids_its_values_and_keeps_the_ports() throws JsonProcessingException {
        var seen =
                observe(
                        Query.POWER,
                        "VenusE 3.0",
                        150,
                        "{\"bat_soc\":0,\"bat_cap\":0,\"pv_power\":0,\"ongrid_power\":-5,"
                                + "\"offgrid_power\":0,\"total_grid_output_energy\":0}");
        assertThat(seen.numbers()).containsOnlyKeys(ONGRID_POWER_W, OFFGRID_POWER_W);
        assertThat(
                        observe(
                                Query.CELLS,
                                "VenusE 3.0",
                                150,
                                "{\"soc\":0,\"rated_capacity\":\"0\",\"charg_flag\":true}"))
                .isEqualTo(Observation.NOTHING);
    }

    @Test
    void a_capacity_that_fits_no_factor_is_unknown() throws JsonProcessingException {
        var seen =
                observe(
                        Query.CELLS,
                        "VenusE 3.0",
                        150,
                        "{\"soc\":50,\"rated_capacity\":5120,\"bat_capacity\":800}");
        assertThat(seen.number(REMAINING_WH)).isNull();
        assertThat(seen.number(SOC_PCT)).isEqualTo(50);
    }

    @Test
    void out_of_range_is_unknown_and_a_signal_gets_its_minus() throws JsonProcessingException {
        assertThat(observe(Query.MODE, "VenusE 3.0", 150, "{\"bat_soc\":101,\"mode\":9}").isEmpty())
                .isTrue();
        assertThat(observe(Query.RADIO, "VenusC", 153, "{\"rssi\":67}").number(WIFI_RSSI_DBM))
                .isEqualTo(-67);
        assertThat(observe(Query.RADIO, "VenusE 3.0", 150, "{\"rssi\":67}").numbers()).isEmpty();
        assertThat(observe(Query.SOLAR, "Venus A", 150, "{\"pv1_power\":null}").numbers())
                .isEmpty();
        assertThat(observe(Query.SOLAR, "Venus A", 150, "{\"pv1_power\":7}").number(PV_POWER_W))
                .isEqualTo(0.7);
    }
}
