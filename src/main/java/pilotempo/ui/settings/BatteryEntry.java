package pilotempo.ui.settings;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.Settings;

/**
 * What was typed for a battery, kept as typed until it is right.
 *
 * @param name people's name
 * @param host name or address
 * @param port digits; empty = {@link BatterySettings#DEFAULT_PORT}
 */
record BatteryEntry(String name, String host, String port) {
    /** Longer names do not fit any card. */
    static final int LONGEST_NAME = 30;

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");
    private static final Pattern DIGITS = Pattern.compile("\\d{1,5}");
    private static final Pattern ALL_DIGITS_AND_DOTS = Pattern.compile("[0-9.]+");
    private static final Pattern ADDRESS =
            Pattern.compile("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");

    /** A field of the form. */
    enum Field {
        NAME,
        HOST,
        PORT
    }

    /** What may be wrong with a field. */
    enum Fault {
        NAME_MISSING,
        NAME_TOO_LONG,
        NAME_TAKEN,
        HOST_MISSING,
        HOST_INVALID,
        ADDRESS_TAKEN,
        PORT_INVALID
    }

    /** Takes blanks at the ends away. */
    BatteryEntry {
        name = name.strip();
        host = host.strip();
        port = port.strip();
    }

    /** What is wrong, a field at a time; empty = all is right. */
    Map<Field, Fault> faults(Settings settings) {
        var faults = new EnumMap<Field, Fault>(Field.class);
        nameFault(name, settings, "").ifPresent(fault -> faults.put(Field.NAME, fault));
        hostFault(settings).ifPresent(fault -> faults.put(Field.HOST, fault));
        if (portNumber().isEmpty()) {
            faults.put(Field.PORT, Fault.PORT_INVALID);
        }
        return faults;
    }

    /**
     * What is wrong with a name.
     *
     * @param own id of the battery that may keep its name; empty for a new one
     */
    static Optional<Fault> nameFault(String name, Settings settings, String own) {
        if (name.isBlank()) {
            return Optional.of(Fault.NAME_MISSING);
        }
        if (name.strip().length() > LONGEST_NAME) {
            return Optional.of(Fault.NAME_TOO_LONG);
        }
        var wanted = name.strip().toLowerCase(Locale.ROOT);
        var taken =
                settings.batteries().stream()
                        .filter(other -> !other.id().equals(own))
                        .anyMatch(other -> other.name().toLowerCase(Locale.ROOT).equals(wanted));
        return taken ? Optional.of(Fault.NAME_TAKEN) : Optional.empty();
    }

    private Optional<Fault> hostFault(Settings settings) {
        if (host.isEmpty()) {
            return Optional.of(Fault.HOST_MISSING);
        }
        var wrong =
                ALL_DIGITS_AND_DOTS.matcher(host).matches()
                        ? !ADDRESS.matcher(host).matches()
                        : !HOST.matcher(host).matches();
        if (wrong) {
            return Optional.of(Fault.HOST_INVALID);
        }
        var taken =
                settings.batteries().stream()
                        .anyMatch(
                                other ->
                                        other.host().filter(host::equalsIgnoreCase).isPresent()
                                                && portNumber()
                                                        .filter(p -> p == other.port())
                                                        .isPresent());
        return taken ? Optional.of(Fault.ADDRESS_TAKEN) : Optional.empty();
    }

    /** The port; empty when what was typed is none. */
    Optional<Integer> portNumber() {
        if (port.isEmpty()) {
            return Optional.of(BatterySettings.DEFAULT_PORT);
        }
        if (!DIGITS.matcher(port).matches()) {
            return Optional.empty();
        }
        var number = Integer.parseInt(port);
        return number >= 1 && number <= 65535 ? Optional.of(number) : Optional.empty();
    }
}
