package pilotempo.tempo;

/** A Tempo day's colour. There is no constant for "unknown": what is not known is absent. */
public enum TempoColour {
    /** 300 or 301 days a season, the cheapest. */
    BLUE,
    /** 43 days. */
    WHITE,
    /** 22 days, 1 November to 31 March, never at a weekend. */
    RED
}
