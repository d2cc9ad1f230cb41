package pilotempo.sync;

import java.net.UnknownHostException;
import java.sql.SQLException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import pilotempo.sync.SyncProblem.Kind;

/** Why the server takes nothing now, in one sentence for people that says what to do. */
final class ServerProblem extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient SyncProblem problem;

    private ServerProblem(SyncProblem problem, @Nullable Throwable cause) {
        super(problem.sentence(), cause);
        this.problem = problem;
    }

    static ServerProblem of(Kind kind, String sentence, @Nullable Throwable cause) {
        return new ServerProblem(new SyncProblem(kind, sentence, ""), cause);
    }

    /** What an error of the server or of the way to it means. */
    static ServerProblem of(SQLException failed, ServerAddress server) {
        var first = deepest(failed);
        var kind = kind(String.valueOf(first.getSQLState()), first, failed);
        var words = told(first);
        return new ServerProblem(
                new SyncProblem(kind, sentence(kind, words, server), words), failed);
    }

    private static Kind kind(String state, SQLException first, SQLException failed) {
        if (isAboutEncryption(state, first, failed)) {
            return Kind.ENCRYPTION;
        }
        if (mentions(failed, UnknownHostException.class)) {
            return Kind.HOST_NAME;
        }
        if (told(first).contains("No space left")) {
            return Kind.DISK_FULL;
        }
        return switch (state) {
            case "28P01", "28000" -> Kind.ROLE;
            case "3D000" -> Kind.DATABASE;
            case "42501" -> Kind.PRIVILEGE;
            case "25006" -> Kind.READ_ONLY;
            case "53100" -> Kind.DISK_FULL;
            case "53300" -> Kind.CONNECTIONS;
            case "57P01", "57P02", "57P03" -> Kind.STARTING;
            case "null" -> Kind.SILENT;
            default ->
                    switch (state.substring(0, Math.min(2, state.length()))) {
                        case "08" -> Kind.SILENT;
                        case "42", "0A" -> Kind.SCHEMA;
                        case "22" -> Kind.QUESTION;
                        default -> Kind.REFUSED;
                    };
        };
    }

    private static String sentence(Kind kind, String words, ServerAddress server) {
        var place = server.place();
        return switch (kind) {
            case ENCRYPTION ->
                    "the encrypted connection to "
                            + place
                            + " fails ("
                            + words
                            + "): check sslmode and sslrootcert in database.url";
            case HOST_NAME ->
                    "no host has the name in " + place + ": check database.url, or the name server";
            case ROLE ->
                    place
                            + " does not let role '"
                            + server.user()
                            + "' in: check database.user, POSTGRES_PASSWORD and the server's"
                            + " pg_hba.conf";
            case DATABASE ->
                    "there is no database '"
                            + server.database()
                            + "' on "
                            + place
                            + ": create it as docs/timescaledb.md says";
            case PRIVILEGE ->
                    "role '"
                            + server.user()
                            + "' lacks a privilege on "
                            + place
                            + " ("
                            + words
                            + "): grant what docs/timescaledb.md lists";
            case READ_ONLY -> place + " is read-only, perhaps a standby: name the primary server";
            case DISK_FULL -> "the disk of " + place + " is full: make room there";
            case CONNECTIONS -> place + " has no free connection: raise max_connections there";
            case STARTING -> place + " is starting or stopping";
            case SILENT ->
                    place + " does not answer: is the server running, and reachable from here?";
            case SCHEMA ->
                    "the schema pilotempo on "
                            + place
                            + " is not as it should be ("
                            + words
                            + "): run Pilotempo once with the role that owns it";
            case QUESTION -> place + " can't be asked so (" + words + "): check database.url";
            case ADDRESS, REFUSED, HERE, FAULT -> place + " refuses (" + words + ")";
        };
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
        return problem.kind().isConfiguration();
    }

    /** For those who look at the state. */
    SyncProblem told() {
        return problem;
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
