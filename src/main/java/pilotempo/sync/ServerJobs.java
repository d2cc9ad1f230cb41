package pilotempo.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks after the jobs by which TimescaleDB compresses and rolls up. On some servers each of them
 * fails, or none ever runs, and nothing else tells; the owner of the jobs runs them itself then.
 *
 * @param patience so long after they were made, or the server was started, they may not have run
 */
record ServerJobs(ServerInfo info, Duration patience) {
    private static final Logger LOG = LoggerFactory.getLogger(ServerJobs.class);

    /** A few of the longest intervals between runs that matter. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    ServerJobs(ServerInfo info) {
        this(info, PATIENCE);
    }

    /**
     * A job that is not well.
     *
     * @param runs it needs: the first run of a roll-up may only note what changed, the second
     *     applies it
     */
    private record Unwell(int id, String name, JobsProblem.Kind kind, long failures, int runs) {}

    /** What is wrong with the jobs; empty when all is well. */
    Optional<JobsProblem> look(Server server) throws SQLException, InterruptedException {
        if (info.kind() != ServerKind.TIMESCALEDB) {
            return Optional.empty();
        }
        var unwell = server.with(this::unwell);
        if (unwell.isEmpty()) {
            return Optional.empty();
        }
        int done = info.owner() ? server.patiently(on -> runAll(on, unwell)) : 0;
        return Optional.of(told(unwell, done == unwell.size()));
    }

    private static JobsProblem told(List<Unwell> unwell, boolean runHere) {
        var first = unwell.getFirst();
        var why =
                switch (first.kind()) {
                    case FAILED -> "failed " + first.failures() + " times";
                    case NEVER_RAN -> "never ran";
                    case OVERDUE, OUT_OF_REACH -> "is overdue";
                };
        return new JobsProblem(
                first.kind(),
                unwell.size(),
                first.name(),
                first.failures(),
                runHere,
                unwell.size()
                        + " background jobs of the server are not running ("
                        + first.name()
                        + " "
                        + why
                        + "): see timescaledb_information.job_errors there"
                        + (runHere ? "; Pilotempo runs them meanwhile" : ""),
                "");
    }

    private List<Unwell> unwell(Connection connection) throws SQLException {
        var unwell = new ArrayList<Unwell>();
        try (var query =
                connection.prepareStatement(
                        "SELECT j.job_id, j.proc_name, s.total_failures, coalesce(s.total_runs, 0)"
                                + " = 0, s.last_run_status = 'Failed', j.proc_name LIKE"
                                + " '%refresh%' FROM timescaledb_information.jobs j LEFT JOIN"
                                + " timescaledb_information.job_stats s ON s.job_id = j.job_id"
                                + " CROSS JOIN pilotempo.server_identity i CROSS JOIN (SELECT"
                                + " now() - ? * INTERVAL '1 second' AS at) long_ago WHERE"
                                + " j.scheduled AND pg_has_role(j.owner::oid, 'USAGE') AND"
                                + " (j.hypertable_schema = 'pilotempo' OR EXISTS (SELECT 1 FROM"
                                + " timescaledb_information.continuous_aggregates c WHERE"
                                + " c.view_schema = 'pilotempo' AND"
                                + " c.materialization_hypertable_schema = j.hypertable_schema AND"
                                + " c.materialization_hypertable_name = j.hypertable_name)) AND"
                                + " coalesce(s.job_status, '') <> 'Running' AND"
                                + " (s.last_run_status = 'Failed' OR"
                                + " (pg_postmaster_start_time() < long_ago.at AND (s.next_start <"
                                + " long_ago.at OR (coalesce(s.total_runs, 0) = 0 AND"
                                + " coalesce(i.jobs_made_at, i.made_at) < long_ago.at))))"
                                + " ORDER BY 6 DESC, j.job_id")) {
            query.setLong(1, patience.toSeconds());
            try (var found = query.executeQuery()) {
                while (found.next()) {
                    unwell.add(
                            new Unwell(
                                    found.getInt(1),
                                    found.getString(2),
                                    found.getBoolean(4)
                                            ? JobsProblem.Kind.NEVER_RAN
                                            : found.getBoolean(5)
                                                    ? JobsProblem.Kind.FAILED
                                                    : JobsProblem.Kind.OVERDUE,
                                    found.getLong(3),
                                    found.getBoolean(6) ? 2 : 1));
                }
            }
        }
        return unwell;
    }

    private int runAll(Connection connection, List<Unwell> jobs) throws SQLException {
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
