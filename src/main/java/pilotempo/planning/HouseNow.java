package pilotempo.planning;

import org.jspecify.annotations.Nullable;

/**
 * The house that the batteries are in.
 *
 * @param loadW what it draws without the batteries, W (meter + Σ ongrid of the newest readings);
 *     null without a meter. A battery that charges and does not obey a plan is part of the house
 * @param subscribedKva subscribed power, kVA; 6 where the user told none
 * @param sunFilled whether the sun filled the batteries on any of the last three days; null = no
 *     sun, or not known
 */
public record HouseNow(@Nullable Double loadW, int subscribedKva, @Nullable Boolean sunFilled) {
    /** The most that all charging together may draw, W (design §6). */
    public double room() {
        double limit = 0.8 * 1000 * subscribedKva;
        return Math.max(0, loadW == null ? limit / 2 : limit - loadW);
    }
}
