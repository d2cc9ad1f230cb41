package pilotempo.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Polls and records without a window. */
@Command(
        name = "collect",
        mixinStandardHelpOptions = true,
        description = "Polls the batteries and records, without a window, until it is told to end.")
final class CollectCommand implements Callable<Integer> {
    private final CommandHost host;

    @Mixin private CommonOptions options;

    CollectCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        return host.collect(options);
    }
}
