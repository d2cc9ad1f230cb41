package pilotempo.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import pilotempo.app.cli.CommandProblem;
import pilotempo.app.cli.OpenDesk;
import pilotempo.engine.LocalEngine;
import pilotempo.engine.SettingsWriter;
import pilotempo.history.History;
import pilotempo.history.HistoryUnavailable;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.LoadedSettings;
import pilotempo.sync.ServerSync;
import pilotempo.sync.Sync;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.source.ColourService;
import pilotempo.tempo.source.ShippedPrices;

/** The composition root: everything but the window, built in order, closed in reverse. */
final class Desk implements AutoCloseable {
    private final Lifecycle parts;
    private final CurrentSettings loaded;
    private final Path data;
    private final History history;
    private final Sync sync;
    private final ColourService colours;
    private final LocalEngine engine;

    private Desk(
            Lifecycle parts,
            CurrentSettings loaded,
            Path data,
            History history,
            Sync sync,
            ColourService colours,
            LocalEngine engine) {
        this.parts = parts;
        this.loaded = loaded;
        this.data = data;
        this.history = history;
        this.sync = sync;
        this.colours = colours;
        this.engine = engine;
    }

    /** Opens database and engine; nothing is asked and no thread polls until {@link #start}. */
    static Desk open(LoadedSettings loaded, Path data, Time time) throws CommandProblem {
        var current = new CurrentSettings(loaded);
        return open(current, data, time, (_, after) -> current.write(after), LocalHistory::open);
    }

    /** The same for a program that records: it begins a new database where the old is damaged. */
    static Desk openToRecord(LoadedSettings loaded, Path data, Time time) throws CommandProblem {
        var current = new CurrentSettings(loaded);
        return open(
                current,
                data,
                time,
                (_, after) -> current.write(after),
                LocalHistory::openToRecord);
    }

    /** The same, but a change of settings holds only as long as the program runs. */
    static Desk openForDemo(LoadedSettings loaded, Path data, Time time) throws CommandProblem {
        return open(new CurrentSettings(loaded), data, time, (_, _) -> {}, LocalHistory::open);
    }

    /** Opens the database. */
    @FunctionalInterface
    private interface HistoryMaker {
        History open(Path data, HistorySettings settings, ZoneId zone, Time time);
    }

    private static Desk open(
            CurrentSettings loaded, Path data, Time time, SettingsWriter writer, HistoryMaker maker)
            throws CommandProblem {
        var parts = new Lifecycle();
        try {
            var settings = loaded.loaded().settings();
            var random = RandomGenerator.getDefault();
            var history = parts.own(maker.open(data, settings.history(), settings.zone(), time));
            var sync =
                    parts.own(
                            ServerSync.open(
                                    settings.database(),
                                    settings.zone(),
                                    history.outbox(),
                                    time,
                                    random));
            var offer = ShippedPrices.offer(settings.tempo());
            var colours =
                    parts.own(
                            ColourService.open(
                                    settings.tempo(),
                                    settings.zone(),
                                    history.colours(),
                                    time,
                                    random));
            var tariff = new Tariff(new TempoClock(settings.zone()), offer, colours);
            var engine =
                    parts.own(
                            new LocalEngine(
                                    settings,
                                    history,
                                    sync,
                                    colours,
                                    offer.prices(),
                                    tariff,
                                    writer,
                                    Locale.getDefault(),
                                    () -> freeDisk(data),
                                    time,
                                    random));
            return new Desk(parts, loaded, data, history, sync, colours, engine);
        } catch (HistoryUnavailable unavailable) {
            parts.close();
            throw CommandProblem.failed(unavailable.getMessage());
        } catch (RuntimeException halfOpen) {
            parts.close();
            throw halfOpen;
        }
    }

    private static OptionalLong freeDisk(Path data) {
        try {
            return OptionalLong.of(Files.getFileStore(data).getUsableSpace());
        } catch (IOException unknown) {
            return OptionalLong.empty();
        }
    }

    /** Starts asking batteries and colour APIs. */
    void start() {
        colours.start();
        sync.start();
        engine.startPolling();
    }

    LocalEngine engine() {
        return engine;
    }

    History history() {
        return history;
    }

    /** What a command sees. */
    OpenDesk forCommands(boolean running) {
        return new OpenDesk(loaded.loaded(), data, engine, history, sync, colours, running);
    }

    @Override
    public void close() {
        parts.close();
    }
}
