package pilotempo.tempo;

/**
 * What a supplier sells: hours and prices, both data.
 *
 * @param hours peak hours
 * @param prices by date; its name is the offer's
 */
public record TempoOffer(PeakHours hours, PriceTable prices) {}
