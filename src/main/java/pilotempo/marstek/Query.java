package pilotempo.marstek;

/** What a battery can be asked. */
public enum Query {
    /** Model, firmware, MAC: {@code Marstek.GetDevice}. */
    IDENTITY("Marstek.GetDevice"),
    /** Powers, level, lifetime counters: {@code ES.GetStatus}. */
    POWER("ES.GetStatus"),
    /** Operating mode, AC power, level: {@code ES.GetMode}. */
    MODE("ES.GetMode"),
    /** The house meter behind the CT: {@code EM.GetStatus}. */
    METER("EM.GetStatus"),
    /** Panels: {@code PV.GetStatus}. */
    SOLAR("PV.GetStatus"),
    /** Cells: level, temperature, capacity, permits: {@code Bat.GetStatus}. */
    CELLS("Bat.GetStatus"),
    /** Signal strength: {@code Wifi.GetStatus}. */
    RADIO("Wifi.GetStatus");

    private final String method;

    Query(String method) {
        this.method = method;
    }

    /** The vendor's name of it, for logs, diagnostics and memory. */
    public String method() {
        return method;
    }
}
