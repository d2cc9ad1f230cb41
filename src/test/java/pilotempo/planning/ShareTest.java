package pilotempo.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import pilotempo.planning.Charging.Claim;

class ShareTest {
    @Test
    void enough_for_all_gives_all_what_they_ask_for() {
        assertThat(fit(3000, false, begins(800), begins(700), begins(1000)))
                .containsExactly(800, 700, 1000);
    }

    @Test
    void too_little_levels_those_that_ask_for_most() {
        assertThat(fit(2000, false, begins(400), begins(1000), begins(1000)))
                .containsExactly(400, 800, 800);
    }

    @Test
    void what_the_level_leaves_is_not_wasted() {
        assertThat(fit(2350, false, begins(1000), begins(1000), begins(1000)))
                .containsExactly(800, 800, 700);
    }

    @Test
    void less_than_a_sensible_power_for_each_lets_some_wait() {
        assertThat(fit(500, false, begins(1000), begins(1000), begins(1000)))
                .containsExactly(300, 200, 0);
    }

    @Test
    void what_runs_is_not_lowered_for_what_begins() {
        assertThat(fit(1500, false, begins(1000), runs(800, 800))).containsExactly(700, 800);
        assertThat(fit(900, false, begins(1000), runs(800, 800))).containsExactly(0, 800);
    }

    @Test
    void what_runs_is_lowered_at_once_when_the_room_shrinks_and_rises_with_a_margin() {
        assertThat(fit(1150, true, runs(600, 600), runs(600, 600))).containsExactly(600, 500);
        assertThat(fit(1250, true, runs(600, 600), runs(500, 600))).containsExactly(600, 500);
        assertThat(fit(1350, true, runs(600, 600), runs(500, 600))).containsExactly(600, 600);
    }

    @Test
    void no_room_stops_all() {
        assertThat(fit(0, true, runs(600, 600), begins(500))).containsExactly(0, 0);
        assertThat(fit(-400, true, runs(600, 600))).containsExactly(0);
        assertThat(fit(300, true, runs(600, 600), runs(600, 600))).containsExactly(300, 0);
    }

    @Test
    void whatever_is_asked_for_the_room_is_kept_and_steps_are_stable() {
        var random = new Random(11);
        for (int i = 0; i < 20_000; i++) {
            var claims = new ArrayList<Claim>();
            int batteries = 1 + random.nextInt(8);
            for (int b = 0; b < batteries; b++) {
                int desired = 100 * (2 + random.nextInt(24));
                int running =
                        random.nextInt(3) == 0 ? 100 * (2 + random.nextInt(desired / 100 - 1)) : 0;
                claims.add(new Claim(b, desired, running, random.nextInt(3000)));
            }
            double room = random.nextInt(9000);
            boolean measured = random.nextBoolean();

            var granted = new int[batteries];
            double left = new Share(claims, measured).fit(room, granted);

            int sum = Arrays.stream(granted).sum();
            int running = claims.stream().mapToInt(Claim::runningW).sum();
            assertThat(sum).isLessThanOrEqualTo((int) room);
            assertThat(left).isEqualTo(room - sum);
            for (var claim : claims) {
                int power = granted[claim.index()];
                assertThat(power).isBetween(0, claim.desiredW());
                assertThat(power == 0 || power >= Share.LEAST_W).isTrue();
                if (running <= room) {
                    assertThat(power).isGreaterThanOrEqualTo(claim.runningW());
                }
            }
            var next = new ArrayList<Claim>();
            for (var claim : claims) {
                if (granted[claim.index()] > 0) {
                    int power = granted[claim.index()];
                    next.add(new Claim(claim.index(), power, power, claim.neededW()));
                }
            }
            var again = new int[batteries];
            new Share(next, measured).fit(room, again);
            assertThat(again).isEqualTo(granted);
        }
    }

    private static Claim begins(int desiredW) {
        return new Claim(0, desiredW, 0, 0);
    }

    private static Claim runs(int runningW, int desiredW) {
        return new Claim(0, desiredW, runningW, desiredW);
    }

    private static int[] fit(double room, boolean measured, Claim... claims) {
        var numbered = new ArrayList<Claim>();
        for (var claim : List.of(claims)) {
            numbered.add(
                    new Claim(
                            numbered.size(), claim.desiredW(), claim.runningW(), claim.neededW()));
        }
        var granted = new int[claims.length];
        new Share(numbered, measured).fit(room, granted);
        return granted;
    }
}
