package pilotempo.planning;

/** A night, and what a strategy wants of it. */
record NightPlan(Night night, NightIntent intent) {
    boolean charges() {
        return intent instanceof NightIntent.Charge;
    }
}
