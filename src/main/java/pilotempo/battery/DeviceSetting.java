package pilotempo.battery;

/**
 * A setting of the device itself. None can be read back, so a device can only acknowledge them (API
 * document Rev 2.0, DOD.SET and Led.Ctrl; Venus E 3.0, A and D, not HMG-50).
 */
public sealed interface DeviceSetting extends BatteryCommand {
    /**
     * How deep the battery may be discharged.
     *
     * @param percent 30 to 88; the device's own default is 88
     */
    record DepthOfDischarge(int percent) implements DeviceSetting {
        /** Checks the range. */
        public DepthOfDischarge {
            if (percent < 30 || percent > 88) {
                throw new IllegalArgumentException(
                        "depth of discharge " + percent + " % is not 30 to 88");
            }
        }
    }

    /** The lights at its front; some firmware switches them on again after minutes. */
    record Light(boolean on) implements DeviceSetting {}
}
