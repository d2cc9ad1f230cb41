package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.battery.Mac;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;

class FleetEditTest {
    private static final Mac MAC = new Mac("02005e000001");
    private final Settings two =
            Settings.DEFAULT.withBatteries(
                    List.of(
                            BatterySettings.at("salon", "Salon", "192.0.2.11", 30000),
                            BatterySettings.at("garage", "Garage", "192.0.2.12", 30000)));

    @Test
    void a_battery_is_added_at_the_end_with_its_identity_and_an_id_of_its_own() {
        var after = FleetEdit.add(" Salon ", "192.0.2.13", 30003, Optional.of(MAC)).apply(two);

        var added = after.batteries().getLast();
        assertThat(added.id()).isEqualTo("salon-2");
        assertThat(added.name()).isEqualTo("Salon");
        assertThat(added.host()).contains("192.0.2.13");
        assertThat(added.port()).isEqualTo(30003);
        assertThat(added.mac()).contains(MAC);
        assertThat(after.batteries()).hasSize(3);
    }

    @Test
    void a_rename_leaves_the_id_which_scripts_use_and_the_others() {
        var after = FleetEdit.rename("garage", "Atelier").apply(two);

        assertThat(after.batteries())
                .extracting(BatterySettings::id)
                .containsExactly("salon", "garage");
        assertThat(after.batteries())
                .extracting(BatterySettings::name)
                .containsExactly("Salon", "Atelier");
    }

    @Test
    void what_was_removed_is_put_back_where_it_was_with_all_it_had() {
        var removed = FleetEdit.remove("salon").apply(two);
        assertThat(removed.batteries()).extracting(BatterySettings::id).containsExactly("garage");

        assertThat(FleetEdit.putBack(two.batteries().getFirst(), 0).apply(removed)).isEqualTo(two);
    }

    @Test
    void nothing_is_put_back_over_a_battery_that_took_its_id_meanwhile() {
        assertThat(FleetEdit.putBack(two.batteries().getFirst(), 5).apply(two)).isSameAs(two);
    }
}
