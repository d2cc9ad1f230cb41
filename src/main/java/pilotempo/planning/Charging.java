package pilotempo.planning;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How fast batteries charge at one moment of a night: from the night's begin on, at a power that
 * reaches the target well before its end (docs/decisions/0006). A running charge is not changed
 * while it is fast enough and the house has room for it.
 */
final class Charging {
    /** All are to be done this long before charging must end. */
    private static final Duration TO_SPARE = Duration.ofMinutes(80);

    private static final Duration SHORTEST = Duration.ofMinutes(15);

    /** A power raised, and a hold in a tight house, stay this long. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    /** Below it too much is lost in the inverter: no slower where there is room. */
    private static final int PREFERRED_W = 300;

    private static final double LATE_SAG_PCT = 0.5;

    /** The largest that is sold. */
    private static final double UNKNOWN_WH = 5120;

    private final Night night;
    private final PlanningRules rules;
    private final HouseNow house;
    private final Situation situation;

    private double wantedWh;
    private @Nullable RoomAhead ahead;

    Charging(Night night, Situation situation) {
        this.night = night;
        this.rules = situation.rules();
        this.house = situation.house();
        this.situation = situation;
    }

    /** The charging power of each battery, W; 0 = none. */
    int[] powers(List<Pack> packs, Instant at) {
        double room = room(at);
        wantedWh =
                packs.stream().filter(pack -> wants(pack, at)).mapToDouble(this::reckonedWh).sum();
        var granted = new int[packs.size()];
        var reachable = new ArrayList<Claim>();
        var away = new ArrayList<Claim>();
        for (int i = 0; i < packs.size(); i++) {
            var pack = packs.get(i);
            if (pack.battery().reachable()) {
                add(claim(i, pack, at), reachable);
            } else if (pack.chargeW() > 0) {
                granted[i] = wants(pack, at) ? pack.chargeW() : 0;
                room -= pack.chargeW();
            } else {
                add(claim(i, pack, at), away);
            }
        }
        boolean tight = room < reachable.size() * PREFERRED_W;
        if (tight) {
            reachable.removeIf(
                    claim ->
                            packs.get(claim.index()).holds()
                                    && packs.get(claim.index()).fresher(PATIENCE, at));
        }
        double left = share(reachable, room, granted);
        share(away, left, granted);
        return granted;
    }

    private static void add(Claim claim, List<Claim> claims) {
        if (claim.desiredW() > 0) {
            claims.add(claim);
        }
    }

    private double share(List<Claim> claims, double room, int[] granted) {
        return new Share(claims, house.loadW() != null).fit(room, granted);
    }

    private Claim claim(int index, Pack pack, Instant at) {
        int most = mostW(pack);
        if (most <= 0 || !wants(pack, at)) {
            return new Claim(index, 0, 0, 0);
        }
        double needed = neededW(pack, at);
        int running = Math.min(pack.chargeW(), most);
        if (running > 0 && (running >= needed || pack.fresher(PATIENCE, at))) {
            return new Claim(index, running, running, needed);
        }
        int enough = (int) Math.ceil(Math.min(needed, most) / Share.STEP_W) * Share.STEP_W;
        int desired = running > 0 ? enough : Math.max(PREFERRED_W, enough);
        return new Claim(index, Math.min(most, desired), running, needed);
    }

    /** Of what nobody can tell how much is missing, the usual power has to do. */
    private int mostW(Pack pack) {
        int limit = pack.battery().chargeLimitW();
        return rules.fasterIfNeeded() && Double.isFinite(missingWh(pack))
                ? limit
                : Math.min(limit, rules.chargePowerW());
    }

    private boolean wants(Pack pack, Instant at) {
        if (pack.full()) {
            return false;
        }
        return !(late(at)
                ? pack.near(rules.targetSoc(), LATE_SAG_PCT)
                : pack.near(rules.targetSoc()));
    }

    /** In the last hour and a half a battery that sagged is topped up. */
    private boolean late(Instant at) {
        return !at.isBefore(night.chargeUntil().minus(TO_SPARE));
    }

    /** Measured now, foreseen later. */
    private double room(Instant at) {
        return at.equals(situation.at()) ? house.room() : foreseenRoom(at);
    }

    private double foreseenRoom(Instant at) {
        return house.room(situation.clock().local(at).getHour());
    }

    /**
     * Power that is in time; without end where it can't be told, or what is foreseen is too late.
     */
    private double neededW(Pack pack, Instant at) {
        double missing = missingWh(pack);
        return missing <= 0 || Double.isInfinite(missing)
                ? missing
                : foreseen(at).powerW(missing, missing / wantedWh);
    }

    private double missingWh(Pack pack) {
        var missing = pack.missingWh(rules.targetSoc());
        return missing == null ? Double.POSITIVE_INFINITY : missing;
    }

    /** Of which nothing is known, a whole battery; the others must not be hurried for it. */
    private double reckonedWh(Pack pack) {
        double missing = missingWh(pack);
        return Double.isFinite(missing) ? missing : UNKNOWN_WH;
    }

    /** The house's room until all is to be done. */
    private RoomAhead foreseen(Instant at) {
        var known = ahead;
        if (known == null || !known.from().equals(at)) {
            known = RoomAhead.of(at, at.plus(inTime(at)), this::foreseenRoom);
            ahead = known;
        }
        return known;
    }

    private Duration inTime(Instant at) {
        var left = Duration.between(at, night.chargeUntil());
        var time = longer(left.minus(TO_SPARE), left.dividedBy(2));
        return longer(time, SHORTEST);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    /**
     * What a battery would draw.
     *
     * @param index in the fleet
     * @param desiredW what it should draw, W
     * @param runningW what it draws now and may go on drawing, W
     * @param neededW what would be in time, W
     */
    record Claim(int index, int desiredW, int runningW, double neededW) {}
}
