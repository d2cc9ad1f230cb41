package pilotempo.planning;

/** What a strategy wants of one night, for all batteries alike; each with its reason. */
sealed interface NightIntent {
    /** Why. */
    Reason why();

    /** Charge up to the target, then hold until the night ends. */
    record Charge(Reason why) implements NightIntent {}

    /** Hold the level. */
    record Hold(Reason why) implements NightIntent {}

    /** Stay in the day mode. */
    record Stay(Reason why) implements NightIntent {}
}
