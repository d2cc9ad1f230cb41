package pilotempo.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How soon a plan sees what the house draws: the eve of the red 13 January 2025. */
class AskedWhileChargingTest {
    @TempDir private Path data;

    @Test
    void a_sturdy_battery_is_asked_every_20_s_while_a_plan_charges_and_each_minute_before() {
        try (var house = new RealHouse(data, "2025-01-12T21:50:00", 40, 1)) {
            house.asked(Optional.empty(), Duration.ofSeconds(1)).start();
            house.until("2025-01-12T21:54:00");
            int before = rounds(house);
            house.until("2025-01-12T22:03:00");
            assertThat(rounds(house) - before).isBetween(8, 10);

            house.await(() -> house.power(1) < -300);
            int charging = rounds(house);
            house.clock.until(house.clock.now().plus(Duration.ofMinutes(9)));
            assertThat(rounds(house) - charging).isBetween(25, 30);
        }
    }

    private static int rounds(RealHouse house) {
        return house.fleet.log().of(RealHouse.mac(1)).byMethod().getOrDefault("ES.GetStatus", 0);
    }
}
