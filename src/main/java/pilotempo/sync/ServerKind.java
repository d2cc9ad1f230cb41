package pilotempo.sync;

/** What kind of server the history is sent to. */
public enum ServerKind {
    /** TimescaleDB under its Community licence: compression and continuous aggregates. */
    TIMESCALEDB("timescaledb"),
    /** TimescaleDB under the Apache licence: hypertables, and plain views. */
    TIMESCALEDB_APACHE("timescaledb"),
    /** PostgreSQL without the extension: plain tables and views. */
    POSTGRESQL("postgresql");

    private final String word;

    ServerKind(String word) {
        this.word = word;
    }

    /** The word on the command line. */
    public String word() {
        return word;
    }
}
