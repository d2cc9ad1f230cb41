package pilotempo.marstek.simulator;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** One misbehaviour that real devices were seen with (API notes, sections a and e). */
public enum Fault {
    /** Loses a fifth of its replies. */
    LOSES_REPLIES,
    /** Answers only requests whose source port is its own API port. */
    OWN_PORT_ONLY,
    /** Sends replies to the API port of the sender, whatever the source port. */
    REPLIES_TO_API_PORT,
    /** Sends every reply twice. */
    DOUBLES,
    /** Sends some replies after any sensible time-out. */
    LATE,
    /** Sends garbage, half datagrams and replies with foreign ids between good replies. */
    GARBAGE,
    /** Writes numbers as strings, unknown ones as null, temperatures in tenths. */
    ODD_TYPES,
    /** Hangs for 30 s when asked twice within 300 ms. */
    HANGS_WHEN_HURRIED,
    /** Hangs for ever after an empty datagram. */
    FREEZES_ON_EMPTY,
    /** Echoes each request before answering it. */
    ECHOES,
    /** Says nothing to methods it does not know, instead of an error. */
    SILENT_ON_UNKNOWN,
    /** Answers "parse error" with id 0 now and then, instead of the reply. */
    BUSY_ERRORS,
    /** The API switches itself off after a while. */
    API_OFF,
    /** Loses the CT when asked often. */
    LOSES_CT,
    /** Lifetime counters stand still. */
    FROZEN_COUNTERS,
    /** Lifetime counters drop to zero and come back. */
    COUNTER_RESETS,
    /** The BMS is not heard now and then: zeros for level, temperature, capacity. */
    BMS_SILENT,
    /** Powers as unsigned 16-bit numbers. */
    UNSIGNED_POWER,
    /** Modes as numbers. */
    NUMERIC_MODES,
    /** Tells no mode: null. */
    HIDES_MODE,
    /** Bears another MAC than it should. */
    WRONG_MAC,
    /** Answers only requests sent to a broadcast address. */
    BROADCAST_ONLY,
    /** Loses the first two writes. */
    LOSES_WRITES,
    /** Acknowledges writes and does nothing. */
    IGNORES_WRITES,
    /** Obeys writes and answers them after any sensible time-out. */
    LATE_WRITES,
    /** Refuses writes: says false and does nothing. */
    REFUSES_WRITES,
    /** Obeys writes and says false. */
    DENIES_WRITES,
    /** Goes silent for good at the first write, which it does not obey. */
    DIES_ON_WRITE,
    /** Restarts at the first write, which it does not obey: silent for 30 s. */
    REBOOTS_ON_WRITE,
    /** Tells the mode it had before for 12 s after a write. */
    TELLS_OLD_MODE,
    /** The first Passive sets the mode only: no power flows. */
    PASSIVE_MODE_ONLY,
    /** Leaves Passive after ten minutes. */
    DROPS_PASSIVE,
    /** Turns the sign of commanded power round. */
    REVERSES_POWER,
    /** Gives half of a commanded power, as a hot or capped one does. */
    HALF_POWER;

    /** The word on the command line, {@code loses-replies}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Reads a word of the command line, whatever its case. */
    public static Optional<Fault> ofWord(String text) {
        return Arrays.stream(values())
                .filter(fault -> fault.word().equalsIgnoreCase(text.strip()))
                .findFirst();
    }
}
