package pilotempo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.lifecycle.Time;

/**
 * The file as a kill leaves it after each single write of a session, its close included, and in the
 * middle of larger ones. {@code -Dpilotempo.sessions=20} tries more sessions.
 */
class EveryWriteTest {
    private static final int SESSIONS = Integer.getInteger("pilotempo.sessions", 2);
    private static final int COMMITS = 30;
    private static final int PAGE = 4096;

    @TempDir private Path folder;
    private Path data = Path.of("");
    private Path killed = Path.of("");
    private byte[] image = {};
    private int length;
    private int promised;
    private int stored;

    @Test
    void whenever_it_is_killed_what_was_promised_is_there_and_the_roll_ups_agree()
            throws Exception {
        data = Files.createDirectory(folder.resolve("data"));
        killed = Files.createDirectory(folder.resolve("killed"));
        Fixtures.open(data).close();
        var random = new Random(7);
        for (int session = 0; session < SESSIONS; session++) {
            image = Files.readAllBytes(data.resolve("history.mv.db"));
            length = image.length;
            record();
            int write = 0;
            for (var change : RecordingDisk.changes()) {
                write++;
                switch (change) {
                    case RecordingDisk.Promised more -> promised = more.readings();
                    case RecordingDisk.Cut cut -> {
                        cut(cut.length());
                        check("session " + session + ", cut " + write);
                    }
                    case RecordingDisk.Written written -> {
                        torn(written, random, "session " + session + ", torn write " + write);
                        apply(written.at(), written.bytes(), written.bytes().length);
                        check("session " + session + ", write " + write);
                    }
                }
            }
        }
        assertThat(promised).isEqualTo(SESSIONS * COMMITS * 7);
    }

    private void record() throws InterruptedException {
        RecordingDisk.install();
        var file = new HistoryFile(data, RecordingDisk.SCHEME);
        try (var history = LocalHistory.open(file, Fixtures.QUICK, Fixtures.PARIS, Time.system())) {
            for (int commit = 0; commit < COMMITS; commit++) {
                for (int i = 0; i < 7; i++) {
                    history.store(KilledRecorder.reading(stored++));
                }
                history.flush();
                RecordingDisk.note(new RecordingDisk.Promised(stored));
            }
        }
    }

    private void torn(RecordingDisk.Written written, Random random, String what)
            throws IOException, SQLException {
        int pages = written.bytes().length / PAGE;
        if (pages < 2) {
            return;
        }
        var whole = image.clone();
        int wholeLength = length;
        apply(written.at(), written.bytes(), PAGE * (1 + random.nextInt(pages - 1)));
        check(what);
        image = whole;
        length = wholeLength;
    }

    private void apply(long at, byte[] bytes, int count) {
        int end = (int) at + count;
        if (end > image.length) {
            image = Arrays.copyOf(image, Math.max(end, 2 * image.length));
        }
        System.arraycopy(bytes, 0, image, (int) at, count);
        length = Math.max(length, end);
    }

    private void cut(long to) {
        int end = (int) to;
        if (end < length) {
            Arrays.fill(image, end, length, (byte) 0);
        }
        length = end;
    }

    private void check(String what) throws IOException, SQLException {
        Files.write(killed.resolve("history.mv.db"), Arrays.copyOf(image, length));
        try (var connection = new HistoryFile(killed, "file:").open();
                var statement = connection.createStatement()) {
            int readings;
            try (var found = statement.executeQuery("SELECT COUNT(*) FROM reading")) {
                found.next();
                readings = found.getInt(1);
            }
            assertThat(readings).as(what).isGreaterThanOrEqualTo(promised);
            try (var found = statement.executeQuery("SELECT SUM(n) FROM rollup_15m")) {
                found.next();
                assertThat(found.getInt(1)).as(what).isEqualTo(readings);
            }
            statement.execute("SHUTDOWN IMMEDIATELY");
        }
    }
}
