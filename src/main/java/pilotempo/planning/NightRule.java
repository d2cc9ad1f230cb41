package pilotempo.planning;

/** Where strategies differ: what they want of a night. */
@FunctionalInterface
interface NightRule {
    NightIntent of(Night night);
}
