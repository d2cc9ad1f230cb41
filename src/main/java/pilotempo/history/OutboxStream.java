package pilotempo.history;

/**
 * What leaves the local database for a server. Each stream has its own rising numbers; a row that
 * changes gets a new number.
 */
public enum OutboxStream {
    /** Identities of batteries; a row changes with its name, model or firmware. */
    BATTERIES("batteries"),
    /** Readings; never changed. */
    READINGS("readings"),
    /** Events; never changed. */
    EVENTS("events"),
    /** Colours of Tempo days; a provisional one changes. */
    TEMPO_DAYS("tempo_days"),
    /** Energy of each battery by quarter of an hour; late readings change it. */
    BATTERY_QUARTERS("battery_quarters"),
    /** The house ledger by quarter of an hour; late readings change it. */
    HOUSE_QUARTERS("house_quarters"),
    /** The journal; a command's later state changes it. */
    COMMANDS("commands");

    private final String word;

    OutboxStream(String word) {
        this.word = word;
    }

    /** Its name in both databases. */
    public String word() {
        return word;
    }
}
