package pilotempo.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.simulator.FleetPlan;
import pilotempo.marstek.simulator.SimulatedFleet;

/**
 * Measures the whole program against its budgets and writes {@code docs/benchmarks.md}: the
 * collector and the idle window as processes of their own with the shipped launcher's flags, read
 * from {@code /proc}; the way of a datagram to the gauge inside this process. Not a test; run by
 * {@code mvn -Pbench -DskipTests verify}.
 */
public final class Budgets {
    private static final String DISPLAY = ":97";
    private static final Duration WARM_UP = Duration.ofSeconds(40);
    private static final Duration MEASURED = Duration.ofSeconds(60);

    private Budgets() {}

    /** Takes the jar folder ({@code target/app/lib}) and the file to write. */
    public static void main(String[] args) throws Exception {
        var jars = Path.of(args[0]);
        var work = Files.createTempDirectory("pilotempo-bench-");
        boolean screen = startScreen();
        var rows = new ArrayList<String>();
        rows.add(collector(jars, work));
        rows.add(window(jars, work, screen ? "" : " -Dglass.platform=Headless"));
        rows.add(DatagramToGauge.measure(work));
        var kept = new ArrayList<String>();
        int days = Integer.getInteger("bench.days", 365);
        // As many readings either way: ten batteries have a month of what one has in a year.
        kept.addAll(HistoryBenchmark.measure(jars, work, 1, days));
        kept.addAll(HistoryBenchmark.measure(jars, work, 10, Math.max(1, days / 12)));
        kept.addAll(SyncBenchmark.measure(work));
        var text =
                """
                # Measurements

                Made by `mvn -Pbench -DskipTests verify` on %d cores, Java %s, %s. Process figures are read from `/proc` over \
                %d s after %d s of warm-up, started by `packaging/linux/pilotempo.sh`; the window on %s with the software \
                pipeline.

                | what | budget | measured |
                | --- | --- | --- |
                %s

                ## History and sync

                In the benchmark's own process, the import in one of the shipped launcher. Files and databases are made for it; "first" is the first question after \
                the database was opened, "again" the best of five more. The server is a PostgreSQL on loopback, the rows of the \
                bare COPY are text in memory before it begins.

                | what | budget | measured |
                | --- | --- | --- |
                %s
                """
                        .formatted(
                                Runtime.getRuntime().availableProcessors(),
                                Runtime.version().feature(),
                                System.getProperty("os.name"),
                                MEASURED.toSeconds(),
                                WARM_UP.toSeconds(),
                                screen ? "an Xvfb screen of 800×480" : "JavaFX's headless platform",
                                String.join("\n", rows),
                                String.join("\n", kept));
        Files.writeString(Path.of(args[1]), text);
        System.out.println(text);
        System.exit(0);
    }

    /** Without Xvfb on this machine the window is measured without a screen. */
    private static boolean startScreen() {
        try {
            var screen = new ProcessBuilder("Xvfb", DISPLAY, "-screen", "0", "800x480x24").start();
            Runtime.getRuntime().addShutdownHook(new Thread(screen::destroy, "screen"));
            return true;
        } catch (IOException none) {
            return false;
        }
    }

    private static String collector(Path jars, Path work) throws Exception {
        try (var fleet =
                SimulatedFleet.start(
                        FleetPlan.local(10, "127.0.0.1", 0, Set.of(), 3), Time.system())) {
            var settings = settings(work, "collector", fleet, "10s");
            var used =
                    measure(
                            jars,
                            "",
                            List.of(
                                    "collect",
                                    "--config",
                                    settings.toString(),
                                    "--data",
                                    work.resolve("c").toString()));
            return "| collector, 10 batteries at 10 s | ≤ 1 % of one core, ≤ 120 MiB | "
                    + used
                    + " |";
        }
    }

    private static String window(Path jars, Path work, String platform) throws Exception {
        try (var fleet =
                SimulatedFleet.start(
                        FleetPlan.local(5, "127.0.0.1", 0, Set.of(), 4), Time.system())) {
            var settings = settings(work, "window", fleet, "5s");
            var used =
                    measure(
                            jars,
                            "-Dprism.order=sw" + platform,
                            List.of(
                                    "--kiosk",
                                    "--config",
                                    settings.toString(),
                                    "--data",
                                    work.resolve("w").toString()));
            return "| kiosk window, 5 batteries at 5 s, untouched | ≤ 3 % of one core, ≤ 260 MiB | "
                    + used
                    + " |";
        }
    }

    private static Path settings(Path work, String name, SimulatedFleet fleet, String interval)
            throws IOException {
        var text = new StringBuilder("batteries:\n");
        for (int n = 0; n < fleet.addresses().size(); n++) {
            text.append(
                    "  - {id: b%d, host: 127.0.0.1, port: %d}%n"
                            .formatted(n + 1, fleet.addresses().get(n).getPort()));
        }
        text.append(
                        "poll: {interval: %s, gap: 500ms, bind: 127.0.0.1, discovery: false}%n"
                                .formatted(interval))
                .append("tempo: {source: none}\n");
        return Files.writeString(work.resolve(name + ".yaml"), text);
    }

    /** Starts the program by its launcher script, on a display where the window needs one. */
    private static String measure(Path jars, String flags, List<String> arguments)
            throws Exception {
        var command = new ArrayList<String>(List.of("sh", "packaging/linux/pilotempo.sh"));
        command.addAll(arguments);
        var builder =
                new ProcessBuilder(command)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("PILOTEMPO_RUNTIME", System.getProperty("java.home"));
        builder.environment().put("PILOTEMPO_JARS", jars.toAbsolutePath().toString());
        builder.environment().put("JDK_JAVA_OPTIONS", flags);
        builder.environment().putIfAbsent("DISPLAY", DISPLAY);
        var process = builder.start();
        try {
            Thread.sleep(WARM_UP);
            long before = cpuTicks(process.pid());
            Thread.sleep(MEASURED);
            double seconds = (cpuTicks(process.pid()) - before) / 100.0;
            return String.format(
                    Locale.ROOT,
                    "%.2f %% of one core, %d MiB",
                    100 * seconds / MEASURED.toSeconds(),
                    residentMiB(process.pid()));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    /**
     * User and system time in hundredths of a second (the kernel's USER_HZ), fields 14 and 15 of
     * stat.
     */
    private static long cpuTicks(long pid) throws IOException {
        var stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        var fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12));
    }

    private static long residentMiB(long pid) throws IOException {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        }
    }
}
