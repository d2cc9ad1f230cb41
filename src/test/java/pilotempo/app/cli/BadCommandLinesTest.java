package pilotempo.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong on a command line: one line on standard error, code 2, no word of Java. */
class BadCommandLinesTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    statsu                                  | did you mean 'status'
                    status --jsno                           | did you mean '--json'
                    status --data=                          | it is empty
                    status --config=                        | it is empty
                    status @file                            | '@file'
                    --demo status                           | --demo opens a window
                    --kiosk mode all auto                   | does not go together with 'mode'
                    --pictures x cost                       | --pictures opens a window
                    discover --port x                       | 'x' is not a whole number
                    discover --port 99999999999             | not a whole number in range
                    discover --port 0                       | from 1 to 65535
                    discover --timeout x                    | 'x' is not a number
                    discover --timeout NaN                  | from 0.1 to 300
                    discover --broadcast=                   | is not an IPv4 address
                    discover --broadcast ::1                | is not an IPv4 address
                    simulate --batteries x                  | 'x' is not a whole number
                    simulate --seed x                       | 'x' is not a whole number
                    simulate --faults nope                  | is none of
                    simulate --host ::1                     | not an IPv4 address of this machine
                    simulate --host 192.0.2.1               | not an IPv4 address of this machine
                    simulate --host=                        | not an IPv4 address of this machine
                    cost --by week                          | is none of day, month, season
                    history export --step 2h                | is none of
                    history export --format xml             | neither csv nor json
                    history                                 | history export
                    history backup                          | FILE
                    history restore                         | FILE
                    mode b auto --second-slot 3             | go with manual
                    mode b manual --slot 1 --second-slot 3 --from 10:00 --to 11:00 --power 9 | over midnight
                    mode b manual --slot 1 --second-slot 1 --from 22:00 --to 6:00 --power 9 | to be another
                    sync --jsno                             | did you mean '--json'
                    """)
    void a_wrong_command_line_is_told_in_one_line(String line, String words) {
        var host = new Host();
        assertThat(CommandLines.run(host, List.of(line.split(" ", -1)))).isEqualTo(2);
        assertThat(host.err.toString())
                .startsWith("pilotempo: ")
                .contains(words)
                .hasLineCount(1)
                .doesNotContainPattern("xception|java\\.|an int|a double|a long");
        assertThat(host.out.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"+999999999-12-31", "-999999999-01-01T00:00:00Z", "yesterday", "2026-02-30", "''"})
    void a_moment_that_no_calendar_has_is_refused(String text) {
        assertThat(problemOf(text)).startsWith("--from '" + text + "' is ");
    }

    @Test
    void a_message_of_several_lines_becomes_one() {
        var host = new Host(CommandProblem.failed("/data/a\nb can't be used:\n name another"));
        assertThat(CommandLines.run(host, List.of("status"))).isEqualTo(1);
        assertThat(host.err.toString())
                .isEqualToIgnoringNewLines("pilotempo: /data/a b can't be used: name another");
    }

    @Test
    void a_name_that_the_locale_can_t_write_is_told_with_the_way_out() {
        var host = new Host(new InvalidPathException("/data/\uFFFD", "unmappable"));
        assertThat(CommandLines.run(host, List.of("status"))).isEqualTo(2);
        assertThat(host.err.toString()).contains("/data/\uFFFD").contains("UTF-8").hasLineCount(1);
    }

    private static String problemOf(String moment) {
        try {
            return "accepted as " + Moments.parse("--from", moment, ZoneId.of("Europe/Paris"));
        } catch (CommandProblem problem) {
            return String.valueOf(problem.getMessage());
        }
    }

    /** A host on which every desk fails. */
    private static final class Host implements CommandHost {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();
        private final StringWriter err = new StringWriter();
        private final Exception problem;

        Host() {
            this(new IllegalStateException("nothing is opened for a wrong line"));
        }

        Host(Exception problem) {
            this.problem = problem;
        }

        @Override
        public OutputStream out() {
            return out;
        }

        @Override
        public PrintWriter err() {
            return new PrintWriter(err, true);
        }

        @Override
        public Path workingFolder() {
            return Path.of("").toAbsolutePath();
        }

        @Override
        public int withDesk(CommonOptions options, DeskTask task) throws Exception {
            throw problem;
        }

        @Override
        public int withFolder(CommonOptions options, FolderTask task) throws Exception {
            throw problem;
        }

        @Override
        public int collect(CommonOptions options) throws Exception {
            throw problem;
        }

        @Override
        public int window(WindowRequest request) throws Exception {
            throw problem;
        }

        @Override
        public void awaitEnd() {}
    }
}
