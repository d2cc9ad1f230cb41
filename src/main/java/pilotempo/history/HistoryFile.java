package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.jdbcx.JdbcDataSource;
import org.h2.message.DbException;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;

/**
 * The database file: its URL, its opening and its migrations. H2's own exit hook is off (the owner
 * closes in order), so is its server (no port is opened).
 */
final class HistoryFile {
    /**
     * Nothing is written behind our back: what {@link OrderedFile} promises needs one chunk at a
     * time, and none moved about at the close. With that, room that nobody needs may be used again
     * at once.
     */
    private static final String OPTIONS =
            ";WRITE_DELAY=0;RETENTION_TIME=0;MAX_COMPACT_TIME=0;DB_CLOSE_ON_EXIT=FALSE"
                    + ";LOCK_TIMEOUT=20000;OPTIMIZE_REUSE_RESULTS=FALSE;TRACE_LEVEL_FILE=0";

    /** The newest script in {@code pilotempo/history}. */
    static final int NEWEST = 5;

    /** A file's two headers, with nothing behind them. */
    private static final int EMPTY_BYTES = 2 * 4096;

    /** How much of the chunks together should count. */
    private static final int TIDY_PERCENT = 60;

    /** What is written again at the most with a commit. */
    private static final int TIDIED_BYTES = 512 * 1024;

    private final String fileSystem;
    private final Path folder;
    private final Path file;
    private final FileTrouble trouble;
    private final JdbcDataSource source = new JdbcDataSource();

    /**
     * A file {@code history.mv.db} in the folder.
     *
     * @param fileSystem H2's name of a file system, {@code file:} for the real one
     */
    HistoryFile(Path dataFolder, String fileSystem) {
        this(dataFolder, fileSystem, OrderedDisk.over(fileSystem));
    }

    private HistoryFile(Path dataFolder, String fileSystem, String layers) {
        this.fileSystem = fileSystem;
        folder = dataFolder.toAbsolutePath();
        file = folder.resolve("history.mv.db");
        trouble = new FileTrouble(file);
        source.setURL("jdbc:h2:" + layers + path(folder.resolve("history")) + OPTIONS);
        source.setUser("sa");
    }

    /** One that nobody needs before it is whole and forced: in whatever order it is written. */
    static HistoryFile unordered(Path folder, String fileSystem) {
        return new HistoryFile(folder, fileSystem, fileSystem);
    }

    /** The file itself. */
    Path path() {
        return file;
    }

    private static String path(Path path) {
        return path.toString().replace('\\', '/');
    }

    /** A new connection; whoever asks closes it. */
    Connection connect() throws SQLException {
        var connection = source.getConnection();
        storeOnlyWhenAsked(connection);
        return connection;
    }

    /**
     * Without a write delay H2 writes a chunk at the end of each transaction, and each time that a
     * sequence needs more numbers. {@code CHECKPOINT SYNC} is when it is wanted.
     */
    private static void storeOnlyWhenAsked(Connection connection) throws SQLException {
        store(connection).setAutoCommitDelay(-1);
    }

    /**
     * Takes what still counts out of a few chunks of which little does, so that their room can be
     * used again: else a file that is never closed grows by a chunk a commit. The next commit
     * writes it elsewhere; nothing is moved where it lies.
     */
    static void tidy(Connection connection) throws SQLException {
        store(connection).compact(TIDY_PERCENT, TIDIED_BYTES);
    }

    private static MVStore store(Connection connection) throws SQLException {
        var session = (SessionLocal) connection.unwrap(JdbcConnection.class).getSession();
        return session.getDatabase().getStore().getMvStore();
    }

    /** Opens the file, makes it if there is none, and brings its schema up to date. */
    Connection open() {
        if (file.toString().contains(";")) {
            throw new HistoryUnavailable(
                    "The database can't lie in "
                            + file.getParent()
                            + ": choose a data folder without a semicolon in its path.");
        }
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException refused) {
            throw new HistoryUnavailable(
                    "The data folder "
                            + file.getParent()
                            + " can't be made: check the path and its permissions.",
                    refused);
        }
        RestoredFile.in(file).settle();
        probe();
        try {
            var connection = connect();
            try {
                if (connection.isReadOnly()) {
                    throw new HistoryUnavailable(
                            "The database " + file + " is read-only: make it writable.");
                }
                if (sessions(connection) > 1) {
                    throw trouble.inUse(null);
                }
                int version = version(connection);
                if (version > NEWEST) {
                    throw trouble.newer();
                }
                if (version == NEWEST) {
                    return connection;
                }
                if (version == 0 && isForeign(connection)) {
                    throw trouble.damaged(null);
                }
                close(connection, "SHUTDOWN");
                new SchemaChange(folder, file, fileSystem, version > 0).make(this);
                return connect();
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw trouble.told(failed);
        } catch (FlywayException failed) {
            throw new HistoryUnavailable(
                    "The database "
                            + file
                            + " can't be brought up to date: the log says why."
                            + " Nothing in it was lost.",
                    failed);
        }
    }

    /**
     * Looks at an existing file without writing: one whose contents can't be found again H2 would
     * take for empty, and overwrite.
     */
    private void probe() {
        if (file.toFile().length() <= EMPTY_BYTES || Files.isDirectory(file)) {
            return;
        }
        var builder = new MVStore.Builder().fileName(fileSystem + path(file)).readOnly();
        try (var store = builder.open()) {
            if (store.getMapNames().isEmpty()) {
                throw trouble.damaged(null);
            }
        } catch (MVStoreException failed) {
            throw failed.getErrorCode() == DataUtils.ERROR_FILE_LOCKED
                    ? trouble.inUse(failed)
                    : trouble.damaged(failed);
        } catch (DbException unreadable) {
            throw trouble.damaged(unreadable);
        }
    }

    /** Tables that are not ours: neither to be used nor to be replaced. */
    private static boolean isForeign(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT COUNT(*), COUNT(*) FILTER (WHERE TABLE_NAME ="
                                        + " 'flyway_schema_history') FROM"
                                        + " INFORMATION_SCHEMA.TABLES WHERE TABLE_SCHEMA ="
                                        + " 'PUBLIC'")) {
            return found.next() && found.getInt(1) > 0 && found.getInt(2) == 0;
        }
    }

    private static void close(Connection connection, String how) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(how);
        }
    }

    /** Brings the tables up to date where they lie; see {@link SchemaChange}. */
    void changeHere() throws SQLException {
        Flyway.configure(HistoryFile.class.getClassLoader())
                .dataSource(source)
                .locations("classpath:pilotempo/history")
                .failOnMissingLocations(true)
                .load()
                .migrate();
        try (var connection = connect()) {
            close(connection, "SHUTDOWN COMPACT");
        }
    }

    /** The schema's version; 0 for an empty database. */
    private static int version(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT MAX(CAST(\"version\" AS INT)) FROM"
                                        + " \"flyway_schema_history\" WHERE \"success\"")) {
            return found.next() ? found.getInt(1) : 0;
        } catch (SQLException failed) {
            if (failed.getErrorCode() == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_1
                    || failed.getErrorCode()
                            == ErrorCode.TABLE_OR_VIEW_NOT_FOUND_DATABASE_EMPTY_1) {
                return 0;
            }
            throw failed;
        }
    }

    /** The sentence for people about an error of the file. */
    HistoryUnavailable told(SQLException failed) {
        return trouble.told(failed);
    }

    /** The sentence for people about readings that an open file does not take. */
    HistoryUnavailable refused(Exception failed) {
        return trouble.refused(failed);
    }

    /** An open file that is deleted takes everything, and all of it is gone at the end. */
    void requireStillThere() {
        if (fileSystem.equals("file:") && Files.notExists(file)) {
            throw new HistoryUnavailable(
                    "The database "
                            + file
                            + " was removed while Pilotempo runs: put it back, or start Pilotempo"
                            + " again.");
        }
    }

    /** Within one program H2 shares an open database and does not lock it. */
    private static int sessions(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT COUNT(*) FROM INFORMATION_SCHEMA.SESSIONS")) {
            return found.next() ? found.getInt(1) : 0;
        }
    }
}
