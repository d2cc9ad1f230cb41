package pilotempo.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Mac;
import pilotempo.battery.Reading;
import pilotempo.lifecycle.Time;
import pilotempo.settings.HistorySettings;
import pilotempo.tempo.source.ColourStore;

/** The history in an H2 file of the data folder. */
public final class LocalHistory implements History {
    private static final Logger LOG = LoggerFactory.getLogger(LocalHistory.class);
    private static final Duration PATIENCE = Duration.ofMillis(1500);

    private final Inbox inbox;
    private final Map<Mac, KnownBattery> remembered = new ConcurrentHashMap<>();
    private final ZoneId zone;
    private final Optional<Integer> rawDays;
    private final Time time;
    private final HistoryWriter writer;
    private final Thread writerThread;
    private final Reads reads;
    private final ColourStore colours;
    private final Outbox outbox;
    private final Backup backup;
    private final Journal journal;
    private final Facts facts;
    private final AlertBook alerts;
    private volatile @Nullable String notice;

    private LocalHistory(
            HistoryFile file,
            HistoryWriter writer,
            Inbox inbox,
            ZoneId zone,
            Optional<Integer> rawDays,
            Time time,
            UUID identity,
            Connection connection)
            throws SQLException {
        this.rawDays = rawDays;
        this.inbox = inbox;
        this.zone = zone;
        this.time = time;
        this.writer = writer;
        writerThread = Thread.ofPlatform().daemon().name("history-writer").unstarted(writer);
        reads = new Reads(file);
        colours = new TempoDayTable(reads, inbox);
        outbox = new LocalOutbox(reads, writer, inbox, identity);
        backup = new Backup(file, reads);
        journal = new LocalJournal(connection, reads, inbox);
        facts = new LocalFacts(connection, inbox);
        alerts = new LocalAlertBook(connection, reads, inbox);
    }

    /**
     * Opens the database, or makes it; one program at a time.
     *
     * @param dataFolder where it lies; made if it is missing
     * @param settings the commit interval
     * @param zone whose calendar days the roll-ups follow
     * @throws HistoryUnavailable when the file is in use, damaged or not to be written; the file is
     *     left as it is
     */
    public static History open(Path dataFolder, HistorySettings settings, ZoneId zone, Time time) {
        return open(new HistoryFile(dataFolder, "file:"), settings, zone, time);
    }

    /**
     * The same for a program that records: a damaged file is set aside beside its place, a new one
     * is begun, and {@link HistoryHealth#notice()} and an event say so.
     */
    public static History openToRecord(
            Path dataFolder, HistorySettings settings, ZoneId zone, Time time) {
        try {
            return open(dataFolder, settings, zone, time);
        } catch (HistoryDamaged damaged) {
            LOG.error("The database is damaged", damaged);
            var aside = SetAside.damaged(new HistoryFile(dataFolder, "file:").path(), time.now());
            LOG.error(aside.sentence());
            var history = open(new HistoryFile(dataFolder, "file:"), settings, zone, time);
            history.notice = aside.sentence();
            history.record(
                    new HistoryEvent(
                            UUID.randomUUID(),
                            null,
                            time.now(),
                            HistoryEvent.Kind.STORAGE,
                            null,
                            aside.sentence()));
            return history;
        }
    }

    static LocalHistory open(HistoryFile file, HistorySettings settings, ZoneId zone, Time time) {
        var connection = file.open();
        try {
            var inbox = new Inbox();
            var identity = FactTable.identity(connection);
            var writer =
                    new HistoryWriter(
                            file, connection, inbox, zone, settings.commitInterval(), time);
            var history =
                    new LocalHistory(
                            file,
                            writer,
                            inbox,
                            zone,
                            settings.rawDays(),
                            time,
                            identity,
                            connection);
            history.writerThread.start();
            inbox.catchUp();
            return history;
        } catch (SQLException failed) {
            try {
                connection.close();
            } catch (SQLException again) {
                failed.addSuppressed(again);
            }
            throw file.told(failed);
        }
    }

    @Override
    public void store(Reading reading) {
        if (reading.at().toEpochMilli() < Row.EARLIEST) {
            LOG.warn(
                    "A reading of {} is not stored: the clock says {}",
                    reading.battery(),
                    reading.at());
        } else if (!inbox.add(reading)) {
            LOG.warn("A reading of {} came after the history was closed", reading.battery());
        }
    }

    @Override
    public void flush() throws InterruptedException {
        try {
            inbox.flush().get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof HistoryUnavailable unavailable
                    ? unavailable
                    : new HistoryUnavailable("The history can't be written.", failed);
        }
    }

    /** Returns once roll-ups and ledger are what the readings say. */
    void settle() throws InterruptedException {
        boolean behind = true;
        while (behind) {
            behind = Errand.done(inbox, BatchStore::catchUp);
        }
    }

    @Override
    public HistoryHealth health() {
        return writer.health().with(notice);
    }

    @Override
    public Map<Mac, KnownBattery> known() {
        var known = new LinkedHashMap<Mac, KnownBattery>();
        writer.batteries().forEach((mac, numbered) -> known.put(mac, numbered.battery()));
        known.putAll(remembered);
        return known;
    }

    @Override
    public void remember(KnownBattery battery) {
        remembered.put(battery.mac(), battery);
        inbox.remember(battery);
    }

    @Override
    public Optional<Reading> newest(Mac battery) {
        var number = numbers().get(battery);
        return number == null
                ? Optional.empty()
                : reads.steadily(connection -> ReadingTable.newest(connection, number))
                        .map(row -> row.toReading(battery));
    }

    @Override
    public Optional<Instant> first() {
        var numbers = numbers().values();
        return reads.steadily(connection -> new Beginning(connection).of(numbers));
    }

    @Override
    public Range range(RangeQuery query) throws InterruptedException {
        var numbers = numbers();
        return reads.interruptibly(
                connection -> new RangeReader(connection, numbers, zone).read(query));
    }

    @Override
    public List<DayEnergy> dayEnergy(List<Mac> batteries, LocalDate from, LocalDate toInclusive)
            throws InterruptedException {
        var numbers = numbers();
        var asked = batteries.stream().filter(numbers::containsKey).map(numbers::get).toList();
        return reads.interruptibly(
                connection -> new TempoDayEnergy(connection, zone).read(asked, from, toInclusive));
    }

    @Override
    public void export(ExportRequest request, OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException {
        var numbers = numbers();
        List<Mac> asked =
                request.batteries().isEmpty()
                        ? new ArrayList<>(numbers.keySet())
                        : request.batteries();
        var chosen = new LinkedHashMap<Mac, Integer>();
        for (var battery : asked) {
            var number = numbers.get(battery);
            if (number != null) {
                chosen.put(battery, number);
            }
        }
        new Export(reads, request, progress).write(chosen, out);
    }

    @Override
    public ImportReport importCsv(
            Path file, ImportRequest request, Consumer<ImportProgress> progress)
            throws IOException, InterruptedException {
        return importCsv(file, request, CsvImport.Sizes.ofMemory(), progress);
    }

    ImportReport importCsv(
            Path file,
            ImportRequest request,
            CsvImport.Sizes sizes,
            Consumer<ImportProgress> progress)
            throws IOException, InterruptedException {
        return new CsvImport(inbox, time.ticker(), file, sizes, progress).run(request);
    }

    @Override
    public long purge(boolean onlyAcknowledged) throws InterruptedException {
        return rawDays.isEmpty()
                ? 0
                : new Purge(inbox, zone, time).run(rawDays.get(), onlyAcknowledged);
    }

    @Override
    public List<HouseQuarter> houseLedger(Instant from, Instant to) throws InterruptedException {
        return reads.interruptibly(
                connection ->
                        HouseTable.load(connection, from.toEpochMilli(), to.toEpochMilli()).stream()
                                .filter(quarter -> quarter.knownMillis() > 0)
                                .toList());
    }

    @Override
    public List<EnergyBucket> fleetEnergy(Instant from, Instant to, boolean hourly)
            throws InterruptedException {
        var batteries = numbers().values();
        var level = hourly ? Level.HOUR : Level.QUARTER;
        return reads.interruptibly(
                connection ->
                        new FleetEnergy(connection, level)
                                .read(batteries, from.toEpochMilli(), to.toEpochMilli()));
    }

    @Override
    public ColourStore colours() {
        return colours;
    }

    @Override
    public void record(HistoryEvent event) {
        inbox.event(event);
    }

    @Override
    public void backup(Path to, boolean replace, Consumer<CopyProgress> progress)
            throws IOException, InterruptedException {
        flush();
        backup.write(to, replace, progress);
    }

    @Override
    public Journal journal() {
        return journal;
    }

    @Override
    public Facts facts() {
        return facts;
    }

    @Override
    public AlertBook alerts() {
        return alerts;
    }

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public void close() {
        inbox.close();
        reads.close();
        try {
            if (!writerThread.join(PATIENCE)) {
                LOG.warn("The history still writes");
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    /** Local numbers in order: the order in which batteries were first seen. */
    private Map<Mac, Integer> numbers() {
        var numbers = new LinkedHashMap<Mac, Integer>();
        writer.batteries().values().stream()
                .sorted(Comparator.comparingInt(BatteryTable.Numbered::number))
                .forEach(one -> numbers.put(one.battery().mac(), one.number()));
        return numbers;
    }
}
