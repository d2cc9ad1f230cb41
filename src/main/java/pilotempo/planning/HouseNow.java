package pilotempo.planning;

import org.jspecify.annotations.Nullable;

/**
 * The house that the batteries are in.
 *
 * @param loadW what it draws without the batteries, W (meter + Σ ongrid of the newest readings);
 *     null without a meter. A battery that charges and does not obey a plan is part of the house
 * @param subscribedKva subscribed power, kVA; 6 where the user told none
 * @param sunFilled whether the sun filled the batteries on any of the last three days; null = no
 *     sun, or not known; asked where the last days are not known
 * @param lastDays what it drew on the last days
 * @param exportEurPerKwh what is paid for what it gives to the grid, EUR/kWh
 */
public record HouseNow(
        @Nullable Double loadW,
        int subscribedKva,
        @Nullable Boolean sunFilled,
        HouseDays lastDays,
        double exportEurPerKwh) {
    /** The most that all charging together may draw, W (design §6). */
    public double room() {
        return room(loadW);
    }

    /**
     * The same as it is foreseen for a local hour: from the last days, for what the house draws now
     * may be a kettle; where they are not known, from what it draws now.
     */
    double room(int hour) {
        var most = lastDays.mostW(hour);
        return room(most.isPresent() ? Double.valueOf(most.getAsDouble()) : loadW);
    }

    private double room(@Nullable Double drawnW) {
        double limit = 0.8 * 1000 * subscribedKva;
        return Math.max(0, drawnW == null ? limit / 2 : limit - drawnW);
    }
}
