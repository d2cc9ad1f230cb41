package pilotempo.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import pilotempo.battery.Quantity;
import pilotempo.history.Outbox;
import pilotempo.history.OutboxStream;
import pilotempo.lifecycle.Time;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.Secret;

/** A real PostgreSQL without our schema, and syncs to it. */
abstract class ServerScene {
    protected static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    protected TestServer server;

    @BeforeEach
    protected void empty_server() throws SQLException {
        server = TestServer.fresh();
    }

    /** Every reading that is not rejected is there, with its values, and nothing else. */
    protected void same(MemoryOutbox outbox) throws SQLException {
        long count = outbox.newest(OutboxStream.READINGS) - outbox.rejected.size();
        double soc = 0;
        for (var row : outbox.after(OutboxStream.READINGS, 0, Integer.MAX_VALUE)) {
            soc += ((pilotempo.history.Outgoing.ReadingRow) row).value(Quantity.SOC_PCT);
        }
        assertThat(server.number("SELECT count(*) FROM pilotempo.reading")).isEqualTo(count);
        assertThat(server.number("SELECT sum(soc_pct::numeric)::bigint FROM pilotempo.reading"))
                .isEqualTo(Math.round(soc));
    }

    protected String problem(Outbox outbox, String url) throws Exception {
        try (var sync = sync(settings(url), outbox)) {
            var problem = sync.pass().error().orElse("");
            assertThat(problem).doesNotContain("geheim").hasLineCount(1);
            assertThat(sync.state().problem().map(SyncProblem::sentence)).contains(problem);
            return problem;
        }
    }

    protected static DatabaseSettings settings(String url) {
        return new DatabaseSettings(
                Optional.of(url), "postgres", Optional.of(new Secret("geheim")));
    }

    protected Sync sync(Outbox outbox) {
        return sync(server.settings(), outbox);
    }

    protected static Sync sync(DatabaseSettings settings, Outbox outbox) {
        return ServerSync.open(settings, PARIS, outbox, Time.system(), random());
    }

    protected Sync sync(Outbox outbox, Upkeep.Work work) {
        return ServerSync.open(server.settings(), PARIS, outbox, Time.system(), random(), work);
    }

    private static RandomGenerator random() {
        return RandomGenerator.of("L64X128MixRandom");
    }
}
