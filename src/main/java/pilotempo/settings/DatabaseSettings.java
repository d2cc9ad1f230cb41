package pilotempo.settings;

import java.util.Optional;

/**
 * Section {@code database}: the TimescaleDB or PostgreSQL to sync to; without a URL nothing is
 * synced.
 *
 * @param url JDBC URL
 * @param user role
 * @param password its password
 */
public record DatabaseSettings(Optional<String> url, String user, Optional<Secret> password) {
    /** What holds when nothing is set. */
    public static final DatabaseSettings DEFAULT =
            new DatabaseSettings(Optional.empty(), "pilotempo", Optional.empty());
}
