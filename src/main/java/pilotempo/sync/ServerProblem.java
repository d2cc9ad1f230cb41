package pilotempo.sync;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Why the server takes nothing now, in one sentence for people that says what to do. */
final class ServerProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean configuration;

    private ServerProblem(String sentence, boolean configuration, @Nullable Throwable cause) {
        super(sentence, cause);
        this.configuration = configuration;
    }

    /** It stays until somebody changes something: tried again, but slowly. */
    static ServerProblem configuration(String sentence, @Nullable Throwable cause) {
        return new ServerProblem(sentence, true, cause);
    }

    /** It may pass by itself. */
    static ServerProblem passing(String sentence, @Nullable Throwable cause) {
        return new ServerProblem(sentence, false, cause);
    }

    /** What an error of the server or of the way to it means. */
    static ServerProblem of(SQLException failed, ServerAddress server) {
        var first = deepest(failed);
        var state = String.valueOf(first.getSQLState());
        var place = server.place();
        if (isAboutEncryption(state, first, failed)) {
            return configuration(
                    "the encrypted connection to "
                            + place
                            + " fails ("
                            + told(first)
                            + "): check sslmode and sslrootcert in database.url",
                    failed);
        }
        return switch (state) {
            case "28P01", "28000" ->
                    configuration(
                            place
                                    + " does not let role '"
                                    + server.user()
                                    + "' in: check database.user, POSTGRES_PASSWORD and the"
                                    + " server's pg_hba.conf",
                            failed);
            case "3D000" ->
                    configuration(
                            "there is no database '"
                                    + server.database()
                                    + "' on "
                                    + place
                                    + ": create it as docs/timescaledb.md says",
                            failed);
            case "42501" ->
                    configuration(
                            "role '"
                                    + server.user()
                                    + "' lacks a privilege on "
                                    + place
                                    + " ("
                                    + told(first)
                                    + "): grant what docs/timescaledb.md lists",
                            failed);
            case "25006" ->
                    passing(
                            place + " is read-only, perhaps a standby: name the primary server",
                            failed);
            case "53100" -> passing("the disk of " + place + " is full: make room there", failed);
            case "53300" ->
                    passing(place + " has no free connection: raise max_connections there", failed);
            case "57P01", "57P02", "57P03" -> passing(place + " is starting or stopping", failed);
            default -> byClass(state, first, failed, server);
        };
    }

    private static ServerProblem byClass(
            String state, SQLException first, SQLException failed, ServerAddress server) {
        if (mentions(failed, UnknownHostException.class)) {
            return passing(
                    "no host has the name in "
                            + server.place()
                            + ": check database.url, or the name server",
                    failed);
        }
        if (state.startsWith("08") || state.equals("null")) {
            return passing(
                    server.place()
                            + " does not answer: is the server running, and reachable from here?",
                    failed);
        }
        if (state.startsWith("42") || state.startsWith("0A")) {
            return configuration(
                    "the schema pilotempo on "
                            + server.place()
                            + " is not as it should be ("
                            + told(first)
                            + "): run Pilotempo once with the role that owns it",
                    failed);
        }
        if (state.startsWith("22")) {
            return configuration(
                    server.place() + " can't be asked so (" + told(first) + "): check database.url",
                    failed);
        }
        return passing(server.place() + " refuses (" + state + ": " + told(first) + ")", failed);
    }

    /** The driver tells some of it in words only. */
    private static boolean isAboutEncryption(
            String state, SQLException first, SQLException failed) {
        var words = told(first).toLowerCase(Locale.ROOT);
        return mentions(failed, SSLException.class)
                || (!state.startsWith("28")
                        && (words.contains("ssl") || words.contains("could not be verified")));
    }

    /** Whether waiting does not help. */
    boolean isConfiguration() {
        return configuration;
    }

    /** Whether a row is at fault, not the server. */
    static boolean isAboutData(SQLException failed) {
        var state = String.valueOf(deepest(failed).getSQLState());
        return state.startsWith("22") || state.startsWith("23");
    }

    /** Whether the connection broke, or the server went down. */
    static boolean isAboutTheWay(SQLException failed) {
        var state = String.valueOf(deepest(failed).getSQLState());
        return state.startsWith("08") || state.startsWith("57P") || state.equals("null");
    }

    /** Whether a row is there already. */
    static boolean isDuplicate(SQLException failed) {
        return "23505".equals(deepest(failed).getSQLState());
    }

    /** The server's own words, in one line. */
    static String told(SQLException failed) {
        return String.valueOf(deepest(failed).getMessage())
                .strip()
                .replaceAll("\\s*[\\r\\n]+\\s*", " ");
    }

    private static SQLException deepest(SQLException failed) {
        var found = failed;
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && sql.getSQLState() != null) {
                found = sql;
            }
        }
        var next = found.getNextException();
        return next == null ? found : next;
    }

    private static boolean mentions(Throwable failed, Class<? extends Throwable> kind) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
