package pilotempo.control;

/**
 * What a battery can be told, by its model and firmware (API notes §c).
 *
 * @param chargeW largest charging power, W, positive
 * @param dischargeW largest delivering power, W
 * @param slots number of slots of its weekly program
 * @param passive whether it obeys a power for a duration (the mini does not)
 * @param ups whether it knows UPS
 * @param settings whether it knows depth of discharge and light
 */
public record Limits(
        int chargeW, int dischargeW, int slots, boolean passive, boolean ups, boolean settings) {}
