package pilotempo.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.h2.api.ErrorCode;
import org.h2.jdbcx.JdbcDataSource;

/**
 * The database file: its URL, its migrations, and what its errors mean. H2's own exit hook is off
 * (the owner closes in order), so is its server (no port is opened).
 */
final class HistoryFile {
    private static final String OPTIONS =
            ";DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=20000;CACHE_SIZE=16384"
                    + ";OPTIMIZE_REUSE_RESULTS=FALSE;TRACE_LEVEL_FILE=0";

    private final Path file;
    private final JdbcDataSource source = new JdbcDataSource();

    /**
     * A file {@code history.mv.db} in the folder.
     *
     * @param fileSystem H2's name of a file system, {@code file:} for the real one
     */
    HistoryFile(Path dataFolder, String fileSystem) {
        var base = dataFolder.toAbsolutePath().resolve("history");
        file = dataFolder.toAbsolutePath().resolve("history.mv.db");
        source.setURL(
                "jdbc:h2:"
                        + fileSystem
                        + base.toString().replace("\\", "/").replace(";", "\\;")
                        + OPTIONS);
        source.setUser("sa");
    }

    /** A new connection; whoever asks closes it. */
    Connection connect() throws SQLException {
        return source.getConnection();
    }

    /** Opens the file, makes it if there is none, and brings its schema up to date. */
    Connection open() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException refused) {
            throw new HistoryUnavailable(
                    "The data folder "
                            + file.getParent()
                            + " can't be made: check the path and its permissions.",
                    refused);
        }
        try {
            var connection = connect();
            try {
                if (connection.isReadOnly()) {
                    throw new HistoryUnavailable(
                            "The database " + file + " is read-only: make it writable.");
                }
                migrate();
                return connection;
            } catch (SQLException | RuntimeException failed) {
                connection.close();
                throw failed;
            }
        } catch (SQLException failed) {
            throw told(failed);
        } catch (FlywayException failed) {
            throw new HistoryUnavailable(
                    "The database "
                            + file
                            + " can't be brought up to date: restore a backup, or move the file"
                            + " away to begin a new one.",
                    failed);
        }
    }

    private void migrate() {
        var flyway =
                Flyway.configure(HistoryFile.class.getClassLoader())
                        .dataSource(source)
                        .locations("classpath:pilotempo/history")
                        .failOnMissingLocations(true)
                        .load();
        flyway.migrate();
        var applied = flyway.info().current();
        if (applied != null && applied.getState().isFailed()) {
            throw new FlywayException("failed migration " + applied.getVersion());
        }
        if (applied != null
                && applied.getScript() != null
                && applied.getState().name().contains("FUTURE")) {
            throw new HistoryUnavailable(
                    "The database "
                            + file
                            + " was made by a newer Pilotempo: use that version, or another data"
                            + " folder.");
        }
    }

    /** The sentence for people about an error of the file. */
    HistoryUnavailable told(SQLException failed) {
        if (failed.getErrorCode() == ErrorCode.DATABASE_ALREADY_OPEN_1) {
            return new HistoryUnavailable(
                    "The database "
                            + file
                            + " is in use by another Pilotempo: stop that one, or choose another"
                            + " data folder.",
                    failed);
        }
        if (Files.isRegularFile(file) && !Files.isReadable(file)) {
            return new HistoryUnavailable(
                    "The database " + file + " can't be read: check its permissions.", failed);
        }
        return new HistoryUnavailable(
                "The database "
                        + file
                        + " is damaged or not a database of Pilotempo: restore a backup, or move"
                        + " the file away to begin a new one.",
                failed);
    }
}
