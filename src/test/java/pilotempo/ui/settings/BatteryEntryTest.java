package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;
import pilotempo.ui.settings.BatteryEntry.Fault;
import pilotempo.ui.settings.BatteryEntry.Field;

class BatteryEntryTest {
    private static final Settings SALON =
            Settings.DEFAULT.withBatteries(
                    List.of(BatterySettings.at("salon", "Salon", "192.0.2.11", 30001)));

    @ParameterizedTest
    @ValueSource(strings = {"192.0.2.12", "marstek-2", "garage.lan", " 192.0.2.12 ", "0.0.0.0"})
    void usual_addresses_and_names_are_right(String host) {
        assertThat(new BatteryEntry("Garage", host, "30001").faults(SALON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "192.0.2",
                "192.0.2.256",
                "192.0.2.1.5",
                "http://garage",
                "a b",
                "-garage",
                "garage:30001",
                "é"
            })
    void what_cannot_be_an_address_is_told_beside_the_field(String host) {
        assertThat(new BatteryEntry("Garage", host, "").faults(SALON))
                .isEqualTo(Map.of(Field.HOST, Fault.HOST_INVALID));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "70000", "-1", "abc", "3e4", "300000"})
    void a_port_is_from_1_to_65535(String port) {
        var entry = new BatteryEntry("Garage", "192.0.2.12", port);

        assertThat(entry.faults(SALON)).isEqualTo(Map.of(Field.PORT, Fault.PORT_INVALID));
        assertThat(entry.portNumber()).isEmpty();
    }

    @Test
    void both_ends_of_the_ports_and_an_empty_field_are_right() {
        assertThat(new BatteryEntry("a", "b", "1").portNumber()).contains(1);
        assertThat(new BatteryEntry("a", "b", "65535").portNumber()).contains(65535);
        assertThat(new BatteryEntry("a", "b", " ").portNumber()).contains(30000);
    }

    @Test
    void everything_wrong_is_told_at_once() {
        assertThat(new BatteryEntry(" ", "", "x").faults(SALON))
                .isEqualTo(
                        Map.of(
                                Field.NAME,
                                Fault.NAME_MISSING,
                                Field.HOST,
                                Fault.HOST_MISSING,
                                Field.PORT,
                                Fault.PORT_INVALID));
    }

    @Test
    void a_name_or_an_address_that_is_taken_is_refused_but_another_port_is_not() {
        assertThat(new BatteryEntry("SALON", "192.0.2.11", "30001").faults(SALON))
                .isEqualTo(Map.of(Field.NAME, Fault.NAME_TAKEN, Field.HOST, Fault.ADDRESS_TAKEN));
        assertThat(new BatteryEntry("Garage", "192.0.2.11", "30002").faults(SALON)).isEmpty();
        assertThat(BatteryEntry.nameFault("Salon", SALON, "salon")).isEmpty();
        assertThat(BatteryEntry.nameFault("x".repeat(31), SALON, ""))
                .isEqualTo(Optional.of(Fault.NAME_TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource({
        "Salon, salon-2",
        "Garage, garage",
        "Chambre d’amis, chambre-d-amis",
        "Éte !, ete",
        "北, battery"
    })
    void ids_are_made_from_names_and_are_unique(String name, String id) {
        assertThat(BatteryIds.from(name, List.of("salon"))).isEqualTo(id);
    }
}
