package pilotempo.history;

/** The stored roll-ups, finest first. */
enum Level {
    QUARTER("rollup_15m", 900_000),
    HOUR("rollup_1h", 3_600_000),
    DAY("rollup_1d", 86_400_000);

    private final String table;
    private final long nominalMillis;

    Level(String table, long nominalMillis) {
        this.table = table;
        this.nominalMillis = nominalMillis;
    }

    String table() {
        return table;
    }

    long nominalMillis() {
        return nominalMillis;
    }
}
