package pilotempo.ui.settings;

import java.util.Optional;
import java.util.regex.Pattern;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.Secret;

/**
 * What was typed about the database.
 *
 * @param url JDBC URL; empty = no sync
 * @param user role
 * @param password a new one; empty = as it is
 */
record DatabaseEntry(String url, String user, String password) {
    private static final String SCHEME = "jdbc:postgresql:";
    private static final Pattern PASSWORD =
            Pattern.compile("([?&](?:ssl)?password=)[^&]*", Pattern.CASE_INSENSITIVE);
    private static final String MASKED = "$1***";

    /** What is wrong with it. */
    enum Fault {
        URL_INVALID,
        URL_WITH_PASSWORD,
        USER_MISSING
    }

    /** A URL without the password that it may hold. */
    static String shown(String url) {
        return PASSWORD.matcher(url).replaceAll(MASKED);
    }

    /** The first fault against what holds now. */
    Optional<Fault> fault(DatabaseSettings now) {
        var wanted = url.strip();
        boolean kept = isKept(now);
        if (!wanted.isEmpty() && !wanted.startsWith(SCHEME)) {
            return Optional.of(Fault.URL_INVALID);
        }
        if (!kept && PASSWORD.matcher(wanted).find()) {
            return Optional.of(Fault.URL_WITH_PASSWORD);
        }
        return user.isBlank() ? Optional.of(Fault.USER_MISSING) : Optional.empty();
    }

    /** Put into what holds now. */
    DatabaseSettings applied(DatabaseSettings now) {
        var wanted = url.strip();
        var next =
                isKept(now)
                        ? now.url()
                        : wanted.isEmpty() ? Optional.<String>empty() : Optional.of(wanted);
        var secret = password.isEmpty() ? now.password() : Optional.of(new Secret(password));
        return new DatabaseSettings(next, user.strip(), secret);
    }

    private boolean isKept(DatabaseSettings now) {
        return now.url().map(DatabaseEntry::shown).filter(url.strip()::equals).isPresent();
    }
}
