package pilotempo.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.postgresql.PGConnection;
import pilotempo.battery.Quantity;
import pilotempo.history.History;
import pilotempo.history.ImportRequest;
import pilotempo.history.LocalHistory;
import pilotempo.history.OutboxStream;
import pilotempo.history.Outgoing;
import pilotempo.lifecycle.Time;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.HistorySettings;
import pilotempo.sync.ServerSync;

/** A week offline caught up on loopback, beside a bare COPY of the same rows on the same server. */
final class SyncBenchmark {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int BATTERIES = 10;
    private static final int DAYS = 7;

    private SyncBenchmark() {}

    static List<String> measure(Path work) throws Exception {
        var folder = Files.createDirectories(work.resolve("sync"));
        var file = folder.resolve("week.csv");
        YearFile.write(file, BATTERIES, DAYS);
        try (var server = EmbeddedPostgres.start();
                var history =
                        LocalHistory.open(
                                folder.resolve("data"),
                                HistorySettings.DEFAULT,
                                PARIS,
                                Time.system())) {
            history.importCsv(file, new ImportRequest(Map.of()), _ -> {});
            // The first run of either warms the virtual machine; a second database is measured.
            for (var name : List.of("warm", "measured")) {
                try (var connection = server.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("CREATE DATABASE " + name);
                }
            }
            sync(server, "warm", history);
            copy(server, "warm", history);
            double copied = copy(server, "measured", history);
            var rows = new ArrayList<String>();
            prepare(server, "measured", history);
            long start = System.nanoTime();
            long sent = sync(server, "measured", history);
            double synced = (System.nanoTime() - start) / 1e9;
            long readings = history.outbox().backlog(OutboxStream.READINGS, 0).rows();
            rows.add(
                    "| a week offline, 10 batteries at 10 s | ≤ 20 s | %.1f s, %,d readings, %,d rows of all kinds |"
                            .formatted(synced, readings, sent));
            rows.add(
                    "| sync beside a bare COPY of the same readings | ≥ 0.5 | %.2f (COPY alone %.1f s) |"
                            .formatted(copied / synced, copied));
            rows.forEach(System.out::println);
            return rows;
        }
    }

    /** Makes the schema, which a catching up finds there. */
    private static void prepare(EmbeddedPostgres server, String database, History history)
            throws Exception {
        sync(server, database, history);
        try (var connection = server.getDatabase("postgres", database).getConnection();
                var statement = connection.createStatement()) {
            for (var table :
                    List.of("sync_source", "reading", "battery_quarter", "house_quarter")) {
                statement.execute("TRUNCATE pilotempo." + table);
            }
        }
    }

    private static long sync(EmbeddedPostgres server, String database, History history)
            throws Exception {
        var settings =
                new DatabaseSettings(
                        Optional.of(url(server, database) + "?sslmode=disable"),
                        "postgres",
                        Optional.empty());
        try (var sync =
                ServerSync.open(
                        settings,
                        PARIS,
                        history.outbox(),
                        Time.system(),
                        RandomGenerator.getDefault())) {
            var report = sync.pass();
            if (!report.ok()) {
                throw new IllegalStateException(String.valueOf(report));
            }
            return report.sentRows();
        }
    }

    /** Seconds that COPY takes for the rows, which are text in memory before it begins. */
    private static double copy(EmbeddedPostgres server, String database, History history)
            throws Exception {
        try (var connection = server.getDatabase("postgres", database).getConnection()) {
            create(connection);
            var text = text(history);
            long start = System.nanoTime();
            for (var block : text) {
                connection
                        .unwrap(PGConnection.class)
                        .getCopyAPI()
                        .copyIn("COPY bare FROM STDIN", new ByteArrayInputStream(block));
            }
            return (System.nanoTime() - start) / 1e9;
        }
    }

    private static void create(Connection connection) throws Exception {
        var columns = new StringBuilder("battery_id text, time timestamptz");
        for (var quantity : Quantity.values()) {
            columns.append(", ").append(quantity.column());
            columns.append(quantity.column().startsWith("total_") ? " float8" : " real");
        }
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "CREATE TABLE bare ("
                            + columns
                            + ", mode text, PRIMARY KEY (battery_id, time))");
        }
    }

    private static List<byte[]> text(History history) throws Exception {
        var blocks = new ArrayList<byte[]>();
        long seq = 0;
        while (true) {
            var rows = history.outbox().after(OutboxStream.READINGS, seq, 10_000);
            if (rows.isEmpty()) {
                return blocks;
            }
            var bytes = new ByteArrayOutputStream();
            try (var out = new OutputStreamWriter(bytes, StandardCharsets.US_ASCII)) {
                for (var row : rows) {
                    write((Outgoing.ReadingRow) row, out);
                }
            }
            blocks.add(bytes.toByteArray());
            seq = rows.getLast().seq();
        }
    }

    private static void write(Outgoing.ReadingRow row, Writer out) throws Exception {
        out.write(row.battery().hex() + "\t" + Instant.ofEpochMilli(row.at()));
        for (var quantity : Quantity.values()) {
            double value = row.value(quantity);
            out.write(Double.isNaN(value) ? "\t\\N" : "\t" + value);
        }
        out.write(row.mode() == null ? "\t\\N\n" : "\t" + row.mode().word() + "\n");
    }

    private static String url(EmbeddedPostgres server, String database) {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database;
    }
}
