package pilotempo.automation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import pilotempo.battery.OperatingMode;

/**
 * How much all charging together may draw. What is given to one battery is not there for another:
 * less comes before more, and more only one battery at a time. Confined to one look.
 */
final class Budget {
    private static final double TOLERANCE_W = 50;
    private static final int LEAST_W = 100;

    private final double roomW;
    private final Map<String, Double> draws = new LinkedHashMap<>();
    private boolean raising;

    /**
     * @param roomW what all charging together may draw
     * @param raising whether a battery is being told more already
     */
    Budget(double roomW, boolean raising) {
        this.roomW = roomW;
        this.raising = raising;
    }

    /**
     * What batteries draw now, and will once they have been told.
     *
     * @param metered whether what others do is seen at the meter, and so is part of the house
     */
    static Budget of(List<Member> members, Errands errands, double room, boolean metered) {
        var budget = new Budget(room, errands.raising());
        for (var member : members) {
            boolean partOfHouse = metered && !(member.base().reachable() && member.obeys());
            var mode = member.base().seen().mode();
            boolean onSun =
                    member.running() == null
                            && mode != null
                            && (mode.value() == OperatingMode.AUTO
                                    || mode.value() == OperatingMode.AI);
            if (!partOfHouse && !onSun) {
                budget.draws(member.id(), member.drawsW());
            }
            budget.draws(member.id(), errands.willDrawW(member.id()));
        }
        return budget;
    }

    void draws(String battery, double powerW) {
        draws.merge(battery, powerW, Math::max);
    }

    /** Whether it is too much already. */
    boolean over() {
        return sum() > roomW;
    }

    /**
     * What a battery may be told now, W: the power wanted, a smaller charge, or {@link
     * Integer#MAX_VALUE} when it has to wait.
     */
    int allow(String battery, int powerW) {
        double now = draws.getOrDefault(battery, 0.0);
        if (powerW >= 0 || -powerW <= now) {
            return powerW;
        }
        double most = roomW - (sum() - now);
        double charge = Math.min(-powerW, most < -powerW ? Math.floor(most / 50) * 50 : -powerW);
        if (raising || charge < LEAST_W || charge < now + TOLERANCE_W) {
            return Integer.MAX_VALUE;
        }
        raising = true;
        draws.put(battery, charge);
        return (int) -charge;
    }

    private double sum() {
        return draws.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
