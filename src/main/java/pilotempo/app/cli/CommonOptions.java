package pilotempo.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command takes. */
public final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "settings file (default: pilotempo.yaml in the configuration folder)")
    private @Nullable Path config;

    @Option(names = "--data", paramLabel = "DIR", description = "data folder")
    private @Nullable Path data;

    /** The settings file named, if any. */
    public Optional<Path> config() {
        return Optional.ofNullable(config);
    }

    /** The data folder named, if any. */
    public Optional<Path> data() {
        return Optional.ofNullable(data);
    }
}
