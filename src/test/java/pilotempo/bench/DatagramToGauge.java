package pilotempo.bench;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import pilotempo.engine.LocalEngine;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.Time;
import pilotempo.settings.BatterySettings;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.PollSettings;
import pilotempo.settings.Settings;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ColourService;
import pilotempo.tempo.source.ShippedPrices;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Place;
import pilotempo.ui.dashboard.DashboardView;
import pilotempo.ui.shell.MainWindow;
import pilotempo.ui.shell.WindowOptions;

/**
 * From a battery's datagram on the socket to the number in the window: each power sent is looked
 * for in the labels.
 */
final class DatagramToGauge {
    private static final int BATTERIES = 10;
    private static final Duration MEASURED = Duration.ofSeconds(60);
    private static final Pattern ID = Pattern.compile("\"id\":(\\d+),\"method\":\"([A-Za-z.]+)\"");

    private final Formats formats = new Formats(Locale.ENGLISH, Settings.DEFAULT.zone());
    private final Map<String, Long> sentAt = new ConcurrentHashMap<>();
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    static String measure(Path work) throws Exception {
        return new DatagramToGauge().row(work);
    }

    private String row(Path work) throws Exception {
        try (var parts = new Lifecycle()) {
            var batteries = new ArrayList<BatterySettings>();
            for (int n = 0; n < BATTERIES; n++) {
                var socket = parts.own(new DatagramSocket(0, InetAddress.getLoopbackAddress()));
                batteries.add(
                        BatterySettings.at("b" + n, "b" + n, "127.0.0.1", socket.getLocalPort()));
                int number = n;
                Thread.ofPlatform()
                        .daemon()
                        .name("battery-" + n)
                        .start(() -> answer(socket, number));
            }
            var engine = engine(parts, work, batteries);
            var started = new CountDownLatch(1);
            Platform.startup(started::countDown);
            started.await();
            Platform.runLater(() -> show(engine));
            engine.startPolling();
            Thread.sleep(Duration.ofSeconds(15));
            nanos.clear();
            Thread.sleep(MEASURED);
        }
        var sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return String.format(
                Locale.ROOT,
                "| datagram in → gauge shows it, 10 batteries at 2 s | ≤ 50 ms p99 | p50 %.1f ms,"
                        + " p99 %.1f ms, %d values |",
                millis(sorted, 0.5),
                millis(sorted, 0.99),
                sorted.size());
    }

    private static double millis(List<Long> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / 1e6;
    }

    private static LocalEngine engine(Lifecycle parts, Path work, List<BatterySettings> batteries) {
        var time = Time.system();
        var random = RandomGenerator.getDefault();
        var poll =
                new PollSettings(
                        Optional.of(Duration.ofSeconds(2)),
                        Duration.ofSeconds(300),
                        Optional.of(Duration.ofMillis(200)),
                        Duration.ofSeconds(2),
                        1,
                        true,
                        Optional.of("127.0.0.1"),
                        false);
        var settings = Settings.DEFAULT.withBatteries(batteries).withPoll(poll);
        var history =
                parts.own(
                        LocalHistory.open(
                                work.resolve("g"), HistorySettings.DEFAULT, settings.zone(), time));
        var offer = ShippedPrices.offer(TempoSettings.DEFAULT);
        var colours =
                parts.own(
                        ColourService.open(
                                settings.tempo(),
                                settings.zone(),
                                history.colours(),
                                time,
                                random));
        var tariff = new Tariff(new TempoClock(settings.zone()), offer, colours);
        return parts.own(
                new LocalEngine(
                        settings,
                        history,
                        pilotempo.sync.Sync.none(),
                        colours,
                        offer.prices(),
                        tariff,
                        (_, _) -> {},
                        Locale.FRENCH,
                        OptionalLong::empty,
                        time,
                        random));
    }

    private void show(LocalEngine engine) {
        var window =
                new MainWindow(
                        engine,
                        new WindowOptions(false, Locale.ENGLISH, Optional.of(false)),
                        Map.of(Place.Home.class, (_, context) -> new DashboardView(context)));
        window.show(new Stage());
        var scene = window.scene(1280, 800);
        new AnimationTimer() {
            @Override
            public void handle(long unusedNow) {
                look(scene);
            }
        }.start();
    }

    private void look(Scene scene) {
        long now = System.nanoTime();
        labels(
                scene.getRoot(),
                text -> {
                    var sent = sentAt.remove(text);
                    if (sent != null) {
                        nanos.add(now - sent);
                    }
                });
    }

    private static void labels(Parent parent, java.util.function.Consumer<String> each) {
        for (var child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Label label) {
                each.accept(label.getText());
            } else if (child instanceof Parent inner) {
                labels(inner, each);
            }
        }
    }

    /** Powers of one battery never repeat and are nobody else's: 200 n + 1 … 200 n + 199. */
    private void answer(DatagramSocket socket, int number) {
        var buffer = new byte[2048];
        int count = 0;
        int power = 200 * number + 1;
        try {
            while (true) {
                var request = new DatagramPacket(buffer, buffer.length);
                socket.receive(request);
                var match =
                        ID.matcher(
                                new String(
                                        request.getData(),
                                        0,
                                        request.getLength(),
                                        StandardCharsets.UTF_8));
                if (!match.find()) {
                    continue;
                }
                var fresh = match.group(2).equals("ES.GetStatus");
                if (fresh) {
                    count++;
                    power = 200 * number + 1 + count % 199;
                }
                var reply =
                        ("{\"id\":"
                                        + match.group(1)
                                        + ",\"src\":\"VenusE 3.0-02005e0000"
                                        + (10 + number)
                                        + "\",\"result\":"
                                        + result(match.group(2), number, power)
                                        + "}")
                                .getBytes(StandardCharsets.UTF_8);
                if (fresh) {
                    sentAt.put(formats.watts((double) power), System.nanoTime());
                }
                socket.send(new DatagramPacket(reply, reply.length, request.getSocketAddress()));
            }
        } catch (IOException closed) {
            return;
        }
    }

    private static String result(String method, int number, int power) {
        return switch (method) {
            case "Marstek.GetDevice" ->
                    "{\"device\":\"VenusE 3.0\",\"ver\":150,\"ble_mac\":\"02005e0000"
                            + (10 + number)
                            + "\"}";
            case "ES.GetStatus" ->
                    "{\"id\":0,\"bat_soc\":50,\"bat_cap\":5120,\"pv_power\":0,\"offgrid_power\":0,\"ongrid_power\":"
                            + power
                            + "}";
            case "ES.GetMode" ->
                    "{\"id\":0,\"mode\":\"Auto\",\"bat_soc\":50,\"offgrid_power\":0,\"ongrid_power\":"
                            + power
                            + "}";
            default -> "{\"id\":0}";
        };
    }
}
