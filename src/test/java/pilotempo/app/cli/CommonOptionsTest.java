package pilotempo.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the options that all commands take may stand. */
class CommonOptionsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "status --config c.yaml --data d",
                "--config c.yaml --data d status",
                "--config=c.yaml status --data=d",
                "--data d history backup --config c.yaml x.zip",
                "--config other.yaml --data other mode all auto --config c.yaml --data d",
            })
    void before_or_behind_the_name_of_the_command_which_counts_more(String line) {
        var seen = new ArrayList<CommonOptions>();
        CommandLines.run(hostThatNotes(seen), List.of(line.split(" ", -1)));
        assertThat(seen).hasSize(1);
        assertThat(seen.getFirst().config()).contains(Path.of("c.yaml"));
        assertThat(seen.getFirst().data()).contains(Path.of("d"));
    }

    private static CommandHost hostThatNotes(List<CommonOptions> seen) {
        return (CommandHost)
                Proxy.newProxyInstance(
                        CommandHost.class.getClassLoader(),
                        new Class<?>[] {CommandHost.class},
                        (_, method, args) ->
                                switch (method.getName()) {
                                    case "out" -> OutputStream.nullOutputStream();
                                    case "err" -> new PrintWriter(Writer.nullWriter());
                                    case "ending" -> false;
                                    case "workingFolder" -> Path.of("").toAbsolutePath();
                                    case "withDesk", "withFolder" -> {
                                        seen.add((CommonOptions) args[0]);
                                        yield 0;
                                    }
                                    default -> throw new AssertionError(method);
                                });
    }
}
