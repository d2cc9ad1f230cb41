package pilotempo.app.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import pilotempo.live.BatteryState;

/** Checks everything that Pilotempo needs and says what to do. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description =
                "Checks settings, network, batteries, recording and Tempo access, and says what to"
                        + " do.")
final class DoctorCommand implements Callable<Integer> {
    private static final long LITTLE_SPACE = 500L << 20;

    private final CommandHost host;

    @Mixin private CommonOptions options;

    @Option(
            names = "--health",
            description = "exit code only: 0 while everything that matters works")
    private boolean health;

    @Option(
            names = "--send-test",
            description = "only sends a test message to each configured channel for alerts")
    private boolean sendTest;

    DoctorCommand(CommandHost host) {
        this.host = host;
    }

    @Override
    public Integer call() throws Exception {
        return host.withDesk(options, sendTest ? this::sendTest : this::examine);
    }

    private int examine(OpenDesk desk) throws Exception {
        if (!desk.running()) {
            desk.engine().askAllOnce();
            desk.colours().refreshNow();
        }
        var findings = new ArrayList<Finding>();
        findings.addAll(SettingsFindings.of(desk));
        recording(desk, findings);
        database(desk, findings);
        desk.engine().fleet().batteries().forEach(battery -> battery(desk, battery, findings));
        tempo(desk, findings);
        findings.addAll(AlertFindings.of(desk.engine().alerts(), desk.engine().zone()));
        return told(findings);
    }

    private int sendTest(OpenDesk desk) throws Exception {
        var findings = AlertFindings.ofTest(desk.engine().alerts());
        if (findings.isEmpty()) {
            throw CommandProblem.wrong(
                    "no channel is configured: set telegram.bot-token and telegram.chat-id, or"
                            + " webhook.url");
        }
        return told(findings);
    }

    private int told(List<Finding> findings) {
        if (!health) {
            var out =
                    new PrintWriter(
                            new OutputStreamWriter(host.out(), StandardCharsets.UTF_8), true);
            findings.forEach(
                    finding -> out.println(finding.verdict().word() + "  " + finding.text()));
        }
        return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAIL)
                ? 1
                : 0;
    }

    private static void recording(OpenDesk desk, List<Finding> findings) throws IOException {
        var state = desk.history().health();
        var trouble = state.trouble();
        findings.add(
                state.recording() && trouble == null
                        ? new Finding(Finding.Verdict.OK, "recording: to " + desk.data())
                        : new Finding(Finding.Verdict.FAIL, "recording: " + trouble));
        long free =
                Files.exists(desk.data())
                        ? Files.getFileStore(desk.data()).getUsableSpace()
                        : LITTLE_SPACE;
        if (free < LITTLE_SPACE) {
            findings.add(
                    new Finding(
                            Finding.Verdict.NOTE,
                            "disk: only "
                                    + (free >> 20)
                                    + " MB left for "
                                    + desk.data()
                                    + ": make room"));
        }
        var notice = state.notice();
        if (notice != null) {
            findings.add(new Finding(Finding.Verdict.NOTE, "recording: " + notice));
        }
    }

    private static void database(OpenDesk desk, List<Finding> findings)
            throws InterruptedException {
        if (!desk.sync().state().configured()) {
            findings.add(
                    new Finding(
                            Finding.Verdict.OK,
                            "database: none configured, all is kept here only"));
            return;
        }
        if (!desk.running()) {
            desk.sync().pass();
        }
        SyncAdvice.of(desk.sync().state(), desk.engine().now())
                .forEach(
                        told ->
                                findings.add(
                                        new Finding(
                                                switch (told.weight()) {
                                                    case GOOD -> Finding.Verdict.OK;
                                                    case WORTH_KNOWING -> Finding.Verdict.NOTE;
                                                    case BAD -> Finding.Verdict.FAIL;
                                                },
                                                "database: " + told.sentence())));
    }

    private static void battery(OpenDesk desk, BatteryState battery, List<Finding> findings) {
        var link = battery.link();
        var where =
                battery.host() == null ? "not found yet" : battery.host() + ":" + battery.port();
        var name = "battery " + battery.id() + " (" + where + "): ";
        var advice = LinkAdvice.of(link.diagnosis());
        var good = battery.reachable(desk.engine().now());
        findings.add(new Finding(good ? Finding.Verdict.OK : Finding.Verdict.FAIL, name + advice));
        var lost = link.lostLately();
        if (good && lost != null && lost > 30) {
            findings.add(
                    new Finding(
                            Finding.Verdict.NOTE,
                            name
                                    + Math.round(lost)
                                    + " % of its replies are lost lately: check its Wi-Fi, or ask less"
                                    + " often"));
        }
        GuardAdvice.of(link, desk.engine().now(), desk.engine().zone())
                .forEach(told -> findings.add(Finding.note(name + told)));
        if (link.riskyFirmware()) {
            findings.add(
                    new Finding(
                            Finding.Verdict.NOTE,
                            name
                                    + "this firmware is known to lose settings or its API when"
                                    + " asked often: update it in the Marstek app, keep"
                                    + " poll.interval at 60s or more"));
        }
        if (link.ephemeralPort()) {
            findings.add(
                    new Finding(
                            Finding.Verdict.NOTE,
                            name
                                    + "UDP port "
                                    + battery.port()
                                    + " is taken on this machine by another program; much firmware"
                                    + " answers only to that port: end the other program"));
        }
    }

    private static void tempo(OpenDesk desk, List<Finding> findings) {
        var view = desk.engine().tariff();
        var problem = desk.colours().lastProblem();
        if (view.today().colour() == null) {
            findings.add(
                    new Finding(
                            problem.isPresent() ? Finding.Verdict.FAIL : Finding.Verdict.NOTE,
                            "tempo: today's colour is not known"
                                    + problem.map(told -> ": " + told.sentence()).orElse("")));
        } else {
            findings.add(
                    new Finding(Finding.Verdict.OK, "tempo: today is " + view.today().colour()));
            problem.ifPresent(
                    told ->
                            findings.add(
                                    new Finding(
                                            Finding.Verdict.NOTE, "tempo: " + told.sentence())));
        }
        if (view.pricesDue()) {
            findings.add(
                    new Finding(
                            Finding.Verdict.NOTE,
                            "tempo: new prices are due, the table may be out of date"));
        }
    }
}
