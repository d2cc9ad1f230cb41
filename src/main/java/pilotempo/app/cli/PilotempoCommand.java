package pilotempo.app.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The program itself: without a subcommand it opens the window. */
@Command(
        name = "pilotempo",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Watches and steers Marstek home batteries on the French Tempo tariff.")
public final class PilotempoCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(names = "--kiosk", description = "full screen for a touchscreen, 800x480 and up")
    private boolean kiosk;

    @Option(
            names = "--demo",
            description = "a simulated fleet with a week of history; no settings, no network")
    private boolean demo;

    @Option(
            names = "--pictures",
            paramLabel = "DIR",
            description = "save a picture of every view in DIR and end; needs no display")
    private @Nullable Path pictures;

    @Option(names = "--gallery", description = "show the components of the interface")
    private boolean gallery;

    PilotempoCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        return host.window(
                new WindowRequest(
                        options,
                        kiosk,
                        demo,
                        Optional.ofNullable(pictures).map(host.workingFolder()::resolve),
                        gallery));
    }
}
