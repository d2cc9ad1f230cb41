package pilotempo.battery;

/**
 * What a device says of itself.
 *
 * @param mac its identity
 * @param model the device string, {@code VenusE 3.0}
 * @param firmware the raw {@code ver}: 147, or 1573 for 157.3
 */
public record Device(Mac mac, String model, int firmware) {}
