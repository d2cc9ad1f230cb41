package pilotempo.tempo;

/** Hours of a Tempo day. */
public enum TempoPeriod {
    /** Peak, heures pleines. */
    HP,
    /** Off-peak, heures creuses. */
    HC
}
