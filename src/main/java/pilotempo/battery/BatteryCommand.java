package pilotempo.battery;

/** Whatever can be written to a battery. */
public sealed interface BatteryCommand permits ModeCommand, DeviceSetting {}
