package pilotempo.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.function.ToIntFunction;
import pilotempo.planning.Charging.Claim;

/**
 * Shares a house's room among batteries that charge: what runs goes on as long as it fits; what is
 * lowered is levelled, in steps, so that none falls far behind; where the room is less than a
 * sensible power for each, some wait.
 */
final class Share {
    /** Powers differ by whole steps. */
    static final int STEP_W = 100;

    /** Slower is waste. */
    static final int LEAST_W = 200;

    /** Where the house's load is measured, and so never the same, what rises leaves this much. */
    private static final int MARGIN_W = 100;

    /** Who goes on when not all can: what runs, then what is most urgent. */
    private static final Comparator<Claim> FIRST =
            Comparator.comparingInt(Claim::runningW)
                    .reversed()
                    .thenComparingDouble(claim -> claim.runningW() > 0 ? 0 : -claim.neededW())
                    .thenComparingInt(Claim::index);

    private final List<Claim> claims;
    private final int marginW;

    Share(List<Claim> claims, boolean measured) {
        this.claims = claims.stream().sorted(FIRST).toList();
        this.marginW = measured ? MARGIN_W : 0;
    }

    /** Grants powers by index, and tells what is left of the room. */
    double fit(double room, int[] granted) {
        var running = claims.stream().filter(claim -> claim.runningW() > 0).toList();
        if (sum(running, Claim::runningW) > room) {
            lower(running, room, granted);
        } else {
            raise(room - marginW, granted);
        }
        return room - claims.stream().mapToInt(claim -> granted[claim.index()]).sum();
    }

    private static void lower(List<Claim> running, double room, int[] granted) {
        var kept = new ArrayList<>(running);
        while (!kept.isEmpty() && sum(kept, claim -> Math.min(LEAST_W, claim.runningW())) > room) {
            kept.removeLast();
        }
        level(kept, room, granted, (claim, level) -> Math.min(claim.runningW(), level));
        spread(kept, room, granted, Claim::runningW);
    }

    private void raise(double room, int[] granted) {
        var served = new ArrayList<>(claims);
        while (!served.isEmpty()
                && served.getLast().runningW() == 0
                && sum(served, Share::least) > room) {
            served.removeLast();
        }
        level(served, room, granted, Share::power);
        spread(served, room, granted, Claim::desiredW);
    }

    private static int least(Claim claim) {
        return claim.runningW() > 0 ? claim.runningW() : Math.min(LEAST_W, claim.desiredW());
    }

    /** What runs is not lowered, what begins is not too slow. */
    private static int power(Claim claim, int level) {
        return Math.max(least(claim), Math.min(claim.desiredW(), level));
    }

    /** Grants the power at the highest level that fits, or at none. */
    private static void level(
            List<Claim> claims, double room, int[] granted, ToIntBiFunction<Claim, Integer> power) {
        int top = claims.stream().mapToInt(Claim::desiredW).max().orElse(0);
        int level = Math.ceilDiv(top, STEP_W) * STEP_W;
        while (level > 0 && sum(claims, at(level, power)) > room) {
            level -= STEP_W;
        }
        var granting = at(level, power);
        claims.forEach(claim -> granted[claim.index()] = granting.applyAsInt(claim));
    }

    private static ToIntFunction<Claim> at(int level, ToIntBiFunction<Claim, Integer> power) {
        return claim -> power.applyAsInt(claim, level);
    }

    /** What the level leaves, a step for each as far as it goes. */
    private static void spread(
            List<Claim> claims, double room, int[] granted, ToIntFunction<Claim> most) {
        int sum = sum(claims, claim -> granted[claim.index()]);
        for (var claim : claims) {
            int more = Math.min(STEP_W, most.applyAsInt(claim) - granted[claim.index()]);
            if (more > 0 && sum + more <= room) {
                granted[claim.index()] += more;
                sum += more;
            }
        }
    }

    private static int sum(List<Claim> claims, ToIntFunction<Claim> power) {
        return claims.stream().mapToInt(power).sum();
    }
}
