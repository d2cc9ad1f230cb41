package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelFleetTest {
    @Test
    void energy_is_neither_made_nor_lost_but_for_the_losses() {
        var random = new Random(7);
        var kinds = new ArrayList<BacktestBattery>();
        for (int i = 0; i < 4; i++) {
            int power = 800 + random.nextInt(1700);
            kinds.add(new BacktestBattery("b" + i, 2000 + random.nextInt(4000), power, power));
        }
        var fleet = new ModelFleet(kinds).batteries();
        for (int i = 0; i < 5000; i++) {
            double hours = 0.05 + random.nextDouble() / 4;
            double meterW = 8000 * random.nextDouble() - 4000;
            var before = fleet.stream().map(ModelBattery::storedWh).toList();

            double withThem = ModelFleet.follow(fleet, meterW, hours);

            double fromGridWh = 0;
            for (int b = 0; b < fleet.size(); b++) {
                double gained = fleet.get(b).storedWh() - before.get(b);
                double ac = gained > 0 ? gained / Losses.IN : gained * Losses.OUT;
                fromGridWh += ac;
                assertThat(Math.abs(ac) / hours).isLessThanOrEqualTo(kinds.get(b).chargeW() + 1e-6);
                assertThat(fleet.get(b).socPct()).isBetween(Losses.RESERVE_PCT - 1e-6, 100 + 1e-6);
            }
            assertThat(withThem * hours).isCloseTo(meterW * hours + fromGridWh, within(1e-6));
            assertThat(withThem * meterW).isGreaterThanOrEqualTo(-1e-6);
            assertThat(Math.abs(withThem)).isLessThanOrEqualTo(Math.abs(meterW) + 1e-6);
        }
    }

    @Test
    void no_battery_leaves_the_meter_as_it_is() {
        assertThat(ModelFleet.follow(List.of(), 750, 0.25)).isEqualTo(750);
        assertThat(ModelFleet.follow(List.of(), -750, 0.25)).isEqualTo(-750);
    }
}
