package pilotempo.sync;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to the server. A dead peer never holds a thread for ever: every wait has an end,
 * and {@link #close} aborts what is under way.
 */
final class Server implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Server.class);
    private static final String CONNECT_S = "5";
    private static final String LOGIN_S = "8";
    private static final String ANSWER_S = "60";
    private static final Duration CLOSING = Duration.ofMillis(500);
    private static final int WAIT_MS = 8_000;
    private static final int LONG_WORK_MS = 30 * 60_000;
    private static final int MOST = 3;
    private static final Executor AT_ONCE = Runnable::run;

    private final ServerAddress address;
    private final HikariDataSource pool;
    private final Set<Connection> open = ConcurrentHashMap.newKeySet();

    Server(ServerAddress address) {
        this.address = address;
        var config = new HikariConfig();
        config.setPoolName("sync-pool");
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(MOST);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(WAIT_MS);
        config.setInitializationFailTimeout(-1);
        config.addDataSourceProperty("connectTimeout", CONNECT_S);
        config.addDataSourceProperty("socketTimeout", ANSWER_S);
        config.addDataSourceProperty("tcpKeepAlive", "true");
        config.addDataSourceProperty("reWriteBatchedInserts", "true");
        config.addDataSourceProperty("ApplicationName", "Pilotempo");
        pool = new HikariDataSource(config);
    }

    ServerAddress address() {
        return address;
    }

    /**
     * Connections beside the pool for work that may take the server hours, as turning a table of
     * years into a hypertable.
     */
    DataSource patientSource() {
        var source =
                new PGSimpleDataSource() {
                    @Override
                    public Connection getConnection() throws SQLException {
                        var connection = super.getConnection();
                        open.removeIf(Server::isGone);
                        open.add(connection);
                        return connection;
                    }
                };
        source.setUser(address.user());
        source.setPassword(address.password());
        source.setConnectTimeout(Integer.parseInt(CONNECT_S));
        source.setSocketTimeout(0);
        source.setTcpKeepAlive(true);
        source.setApplicationName("Pilotempo");
        source.setUrl(address.url());
        return source;
    }

    private static boolean isGone(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException broken) {
            return true;
        }
    }

    /**
     * Asks once whether the server lets us in. The pool would ask again and again before it says
     * why not, which a server may take for an attack.
     */
    void reach() throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", CONNECT_S);
        properties.setProperty("loginTimeout", LOGIN_S);
        properties.setProperty("socketTimeout", LOGIN_S);
        DriverManager.getConnection(address.url(), properties).close();
    }

    /** Work on a connection of its own, which is given back afterwards. */
    @FunctionalInterface
    interface Work<T> {
        T on(Connection connection) throws SQLException, InterruptedException;
    }

    /** Runs work; autocommit is on when it begins. */
    <T> T with(Work<T> work) throws SQLException, InterruptedException {
        try (var connection = pool.getConnection()) {
            open.add(connection);
            try {
                return work.on(connection);
            } finally {
                open.remove(connection);
                if (!connection.isClosed() && !connection.getAutoCommit()) {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        }
    }

    /** Runs work that may take the server long; an answer may come after half an hour. */
    <T> T patiently(Work<T> work) throws SQLException, InterruptedException {
        return with(
                connection -> {
                    int usual = connection.getNetworkTimeout();
                    connection.setNetworkTimeout(AT_ONCE, LONG_WORK_MS);
                    try {
                        return work.on(connection);
                    } finally {
                        if (!connection.isClosed()) {
                            connection.setNetworkTimeout(AT_ONCE, usual);
                        }
                    }
                });
    }

    @Override
    public void close() {
        for (var connection : open) {
            try {
                connection.abort(AT_ONCE);
            } catch (SQLException gone) {
                LOG.debug("A connection is gone already", gone);
            }
        }
        // It waits for connections that are being made.
        var closer = Thread.ofPlatform().daemon().name("sync-pool-closer").start(pool::close);
        try {
            if (!closer.join(CLOSING)) {
                LOG.debug("A connection to the server is still being made");
            }
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
        }
    }
}
