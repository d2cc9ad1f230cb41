package pilotempo.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the jobs by which TimescaleDB compresses and rolls up. On some servers each of them
 * fails, or none ever runs, and nothing else tells; the owner of the jobs runs them itself then.
 */
final class ServerJobs {
    private static final Logger LOG = LoggerFactory.getLogger(ServerJobs.class);

    /**
     * A job that is not well.
     *
     * @param runs it needs: the first run of a roll-up may only note what changed, the second
     *     applies it
     */
    private record Unwell(int id, String name, String why, int runs) {}

    private ServerJobs() {}

    /** What is wrong with the jobs, in one line for people; empty when all is well. */
    static Optional<String> look(Server server, ServerInfo info)
            throws SQLException, InterruptedException {
        if (info.kind() != ServerKind.TIMESCALEDB) {
            return Optional.empty();
        }
        var unwell = server.with(ServerJobs::unwell);
        if (unwell.isEmpty()) {
            return Optional.empty();
        }
        int done = info.owner() ? server.patiently(on -> runAll(on, info, unwell)) : 0;
        var first = unwell.getFirst();
        return Optional.of(
                unwell.size()
                        + " background jobs of the server are not running ("
                        + first.name()
                        + " "
                        + first.why()
                        + "): see timescaledb_information.job_errors there"
                        + (done == unwell.size() ? "; Pilotempo runs them meanwhile" : ""));
    }

    private static List<Unwell> unwell(Connection connection) throws SQLException {
        var unwell = new ArrayList<Unwell>();
        try (var statement = connection.createStatement();
                var found =
                        statement.executeQuery(
                                "SELECT j.job_id, j.proc_name, s.total_failures,"
                                        + " coalesce(s.total_runs, 0) = 0, s.last_run_status ="
                                        + " 'Failed', j.proc_name LIKE '%refresh%' FROM"
                                        + " timescaledb_information.jobs j LEFT JOIN"
                                        + " timescaledb_information.job_stats s ON s.job_id ="
                                        + " j.job_id CROSS JOIN pilotempo.server_identity i WHERE"
                                        + " j.scheduled AND pg_has_role(j.owner::oid, 'USAGE') AND"
                                        + " (j.hypertable_schema = 'pilotempo' OR EXISTS (SELECT 1"
                                        + " FROM timescaledb_information.continuous_aggregates c"
                                        + " WHERE c.view_schema = 'pilotempo' AND"
                                        + " c.materialization_hypertable_schema ="
                                        + " j.hypertable_schema AND"
                                        + " c.materialization_hypertable_name ="
                                        + " j.hypertable_name)) AND (s.last_run_status = 'Failed'"
                                        + " OR (s.next_start < now() - INTERVAL '3 hours' AND"
                                        + " s.job_status <> 'Running') OR (coalesce(s.total_runs,"
                                        + " 0) = 0 AND i.made_at < now() - INTERVAL '3 hours'))"
                                        + " ORDER BY 6 DESC, j.job_id")) {
            while (found.next()) {
                unwell.add(
                        new Unwell(
                                found.getInt(1),
                                found.getString(2),
                                found.getBoolean(4)
                                        ? "never ran"
                                        : found.getBoolean(5)
                                                ? "failed " + found.getLong(3) + " times"
                                                : "is overdue",
                                found.getBoolean(6) ? 2 : 1));
            }
        }
        return unwell;
    }

    private static int runAll(Connection connection, ServerInfo info, List<Unwell> jobs)
            throws SQLException {
        connection.setAutoCommit(true);
        int done = 0;
        for (var job : jobs) {
            try (var call =
                    connection.prepareStatement("CALL " + info.extensionSchema() + ".run_job(?)")) {
                call.setInt(1, job.id());
                for (int run = 0; run < job.runs(); run++) {
                    call.execute();
                }
                done++;
            } catch (SQLException refused) {
                LOG.warn("Job {} can't be run: {}", job.id(), ServerProblem.told(refused));
            }
        }
        return done;
    }
}
