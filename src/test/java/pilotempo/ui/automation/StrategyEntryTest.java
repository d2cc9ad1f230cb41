package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pilotempo.settings.PlanningSettings;
import pilotempo.settings.Settings;
import pilotempo.ui.automation.StrategyEntry.Fault;

class StrategyEntryTest {
    @Test
    void what_holds_has_no_fault_and_changes_nothing() {
        var entry = StrategyEntry.of(Settings.DEFAULT);
        assertThat(entry.faults()).isEmpty();
        assertThat(entry.applied(Settings.DEFAULT)).isEqualTo(Settings.DEFAULT);
    }

    @Test
    void everything_typed_reaches_the_settings_and_nothing_else_changes() {
        var entry =
                new StrategyEntry(
                        "tempo", "95", " 800 ", true, true, "never", "ai", false, Optional.of(9));
        var applied = entry.applied(Settings.DEFAULT);
        assertThat(applied.planning())
                .isEqualTo(
                        new PlanningSettings(
                                "tempo", 95, 800, Set.of("RED", "WHITE"), "never", "ai", false));
        assertThat(applied.tempo().subscribedKva()).contains(9);
        assertThat(
                        applied.withPlanning(PlanningSettings.DEFAULT)
                                .withTempo(Settings.DEFAULT.tempo()))
                .isEqualTo(Settings.DEFAULT);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1000, TARGET",
        "101, 1000, TARGET",
        "'', 1000, TARGET",
        "95.5, 1000, TARGET",
        "95, 49, POWER",
        "95, 10001, POWER",
        "95, abc, POWER"
    })
    void what_is_out_of_range_is_a_fault(String target, String power, Fault fault) {
        var entry =
                new StrategyEntry(
                        "tempo",
                        target,
                        power,
                        true,
                        false,
                        "auto",
                        "restore",
                        true,
                        Optional.empty());
        assertThat(entry.faults()).containsExactly(fault);
    }

    @Test
    void a_strategy_needs_a_colour_and_none_keeps_the_ones_there_were() {
        var on =
                new StrategyEntry(
                        "tempo",
                        "95",
                        "800",
                        false,
                        false,
                        "auto",
                        "restore",
                        true,
                        Optional.empty());
        assertThat(on.faults()).containsExactly(Fault.NO_COLOUR);
        var off =
                new StrategyEntry(
                        "none",
                        "95",
                        "800",
                        false,
                        false,
                        "auto",
                        "restore",
                        true,
                        Optional.empty());
        assertThat(off.faults()).isEmpty();
        assertThat(off.applied(Settings.DEFAULT).planning().colours()).containsExactly("RED");
    }
}
