package pilotempo.app.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command takes, before its name or behind it. */
public final class CommonOptions {
    private static final String CONFIG = "--config";
    private static final String DATA = "--data";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = CONFIG,
            paramLabel = "FILE",
            description = "settings file (default: pilotempo.yaml in the configuration folder)")
    private @Nullable Path config;

    @Option(names = DATA, paramLabel = "DIR", description = "data folder")
    private @Nullable Path data;

    /** The settings file named, if any. */
    public Optional<Path> config() {
        return Optional.ofNullable(config).or(() -> above(CONFIG));
    }

    /** The data folder named, if any. */
    public Optional<Path> data() {
        return Optional.ofNullable(data).or(() -> above(DATA));
    }

    /** As given before the command's name. */
    private Optional<Path> above(String option) {
        return Stream.iterate(command, Objects::nonNull, CommandSpec::parent)
                .map(spec -> spec.findOption(option))
                .filter(Objects::nonNull)
                .map(found -> found.<@Nullable Path>getValue())
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Whether an option may stand before the name of any command. */
    static boolean has(String option) {
        return option.equals(CONFIG) || option.equals(DATA);
    }
}
