package pilotempo.app.cli;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import pilotempo.settings.Settings;

/** What {@code doctor} says of the settings: what no reader of the file alone can know. */
final class SettingsFindings {
    private SettingsFindings() {}

    static List<Finding> of(OpenDesk desk) {
        var loaded = desk.loaded();
        var settings = loaded.settings();
        var findings = new ArrayList<Finding>();
        findings.add(
                Finding.ok(
                        loaded.file()
                                .map(file -> "settings: " + file)
                                .orElse("settings: no file, defaults are in force")));
        loaded.warnings().forEach(warning -> findings.add(Finding.note("settings: " + warning)));
        loaded.unknownVariables()
                .forEach(
                        name ->
                                findings.add(
                                        Finding.note(
                                                "environment: "
                                                        + name
                                                        + " is no setting, it has no effect")));
        if (desk.engine().batteries().isEmpty()) {
            findings.add(
                    Finding.note(
                            "batteries: none in the settings: 'pilotempo discover' looks for them"));
        }
        settings.poll().bind().ifPresent(address -> bind(address, findings));
        settings.logging().file().ifPresent(file -> logFile(file, findings));
        offer(desk, settings, findings);
        return findings;
    }

    private static void bind(String address, List<Finding> findings) {
        try {
            var local = InetAddress.getByName(address);
            if (!local.isAnyLocalAddress()
                    && !local.isLoopbackAddress()
                    && NetworkInterface.getByInetAddress(local) == null) {
                findings.add(
                        Finding.fail(
                                "settings: poll.bind "
                                        + address
                                        + " is no address of this machine: leave it empty, or name"
                                        + " one that is"));
            }
        } catch (UnknownHostException | SocketException unknown) {
            findings.add(
                    Finding.fail(
                            "settings: poll.bind " + address + " is no address: leave it empty"));
        }
    }

    private static void logFile(Path file, List<Finding> findings) {
        var path = file.toAbsolutePath();
        var folder = path.getParent();
        boolean writable =
                Files.exists(path)
                        ? Files.isRegularFile(path) && Files.isWritable(path)
                        : folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
        if (!writable) {
            findings.add(
                    Finding.fail(
                            "settings: nothing is logged, for logging.file "
                                    + path
                                    + " can't be written: check its folder and permissions"));
        }
    }

    private static void offer(OpenDesk desk, Settings settings, List<Finding> findings) {
        if (desk.engine().prices().rows().isEmpty()) {
            findings.add(
                    Finding.fail(
                            "tempo: there are no prices for the offer '"
                                    + settings.tempo().offer()
                                    + "': set tempo.offer to edf-tempo, or give your own in"
                                    + " tempo.prices"));
        }
    }
}
