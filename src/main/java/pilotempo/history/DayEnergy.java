package pilotempo.history;

import java.time.LocalDate;

/**
 * Energy of one battery or of several on one Tempo day (06:00 to 06:00 local).
 *
 * @param day its date
 * @param inWh Wh charged at the AC port
 * @param outWh Wh delivered
 */
public record DayEnergy(LocalDate day, double inWh, double outWh) {}
