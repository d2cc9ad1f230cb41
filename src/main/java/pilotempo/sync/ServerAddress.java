package pilotempo.sync;

import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import pilotempo.settings.DatabaseSettings;
import pilotempo.sync.SyncState.Encryption;

/**
 * Where the server is, and how the way to it is protected.
 *
 * @param url as the driver takes it
 * @param user role
 * @param password empty for none
 * @param place host, port and database, for people
 * @param database its name
 * @param encryption what {@code sslmode} really promises
 */
record ServerAddress(
        String url,
        String user,
        String password,
        String place,
        String database,
        Encryption encryption) {
    /** Reads the settings; a URL that is none is a problem of the configuration. */
    static ServerAddress of(DatabaseSettings settings) throws ServerProblem {
        var url = settings.url().orElseThrow();
        Properties parts;
        try {
            parts = Driver.parseURL(url, new Properties());
        } catch (RuntimeException strange) {
            throw bad(strange);
        }
        if (parts == null) {
            throw bad(null);
        }
        var database = parts.getProperty("PGDBNAME", settings.user());
        var place =
                parts.getProperty("PGHOST", "localhost")
                        + ":"
                        + parts.getProperty("PGPORT", "5432")
                        + "/"
                        + database;
        return new ServerAddress(
                url,
                parts.getProperty("user", settings.user()),
                settings.password()
                        .map(secret -> secret.reveal())
                        .orElse(parts.getProperty("password", "")),
                place,
                database,
                encryption(parts.getProperty("sslmode", usual(parts))));
    }

    /** No password in it. */
    @Override
    public String toString() {
        return place;
    }

    private static ServerProblem bad(@Nullable RuntimeException why) {
        return ServerProblem.of(
                SyncProblem.Kind.ADDRESS,
                "database.url is no address of a PostgreSQL: write it as"
                        + " jdbc:postgresql://host:5432/pilotempo?sslmode=verify-full",
                why);
    }

    /** As the driver reads it: {@code ssl} alone means the strictest. */
    private static String usual(Properties parts) {
        var ssl = parts.getProperty("ssl");
        return ssl != null && (ssl.isEmpty() || Boolean.parseBoolean(ssl))
                ? "verify-full"
                : "prefer";
    }

    private static Encryption encryption(String mode) {
        return switch (mode.toLowerCase(Locale.ROOT)) {
            case "disable" -> Encryption.NONE;
            case "require" -> Encryption.UNVERIFIED;
            case "verify-ca" -> Encryption.ISSUER_VERIFIED;
            case "verify-full" -> Encryption.VERIFIED;
            default -> Encryption.PERHAPS;
        };
    }
}
