package pilotempo.polling;

import java.time.Duration;
import java.util.Optional;
import pilotempo.battery.Device;
import pilotempo.marstek.Query;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.PollSettings;

/**
 * How often each kind of question is asked of one battery.
 *
 * @param power powers, mode and meter
 * @param slow cells, and the meters of the other batteries
 * @param rare identity and radio: ten times the slow interval
 */
record Tiers(Duration power, Duration slow, Duration rare) {
    private static final Duration CALM = Duration.ofSeconds(60);
    private static final Duration LIVELY = Duration.ofSeconds(20);
    private static final int STURDY_FIRMWARE = 150;

    /**
     * By the settings; in {@code auto} sturdy devices are asked more often while that is worth it.
     */
    static Tiers of(
            BatterySettings battery, PollSettings poll, Optional<Device> device, boolean lively) {
        var power =
                battery.interval()
                        .or(poll::interval)
                        .orElseGet(
                                () ->
                                        lively && device.filter(Tiers::sturdy).isPresent()
                                                ? LIVELY
                                                : CALM);
        var slow = battery.slowInterval().orElse(poll.slowInterval());
        return new Tiers(power, slow, slow.multipliedBy(10));
    }

    /**
     * The interval of a question; the meter is asked with the powers only where it is the house's.
     */
    Duration of(Query query, boolean houseMeter) {
        return switch (query) {
            case POWER, MODE, SOLAR -> power;
            case METER -> houseMeter ? power : slow;
            case CELLS -> slow;
            case IDENTITY, RADIO -> rare;
        };
    }

    /** E 3.0, A and D from firmware 150 have a channel for the API apart from the CT's. */
    private static boolean sturdy(Device device) {
        var model = device.model().replace(" ", "");
        var family = model.equals("VenusE3.0") || model.equals("VenusA") || model.equals("VenusD");
        return family && firmware(device) >= STURDY_FIRMWARE;
    }

    /** {@code ver} of 1000 to 1999 has one more digit: 1573 is 157.3. */
    static int firmware(Device device) {
        return device.firmware() >= 1000 ? device.firmware() / 10 : device.firmware();
    }
}
