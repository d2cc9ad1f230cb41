package pilotempo.history.testing;

import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.history.BatterySeries;
import pilotempo.history.CopyProgress;
import pilotempo.history.DayEnergy;
import pilotempo.history.EnergyBucket;
import pilotempo.history.ExportRequest;
import pilotempo.history.History;
import pilotempo.history.HistoryEvent;
import pilotempo.history.HistoryHealth;
import pilotempo.history.HouseQuarter;
import pilotempo.history.ImportProgress;
import pilotempo.history.ImportReport;
import pilotempo.history.ImportRequest;
import pilotempo.history.KnownBattery;
import pilotempo.history.Outbox;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.history.Step;
import pilotempo.tempo.source.ColourStore;

/** A history that keeps what it is given in memory. */
public final class MemoryHistory implements History {
    /** Every reading stored, in order. */
    public final List<Reading> readings = new CopyOnWriteArrayList<>();

    /** The batteries remembered. */
    public final Map<Mac, KnownBattery> known = new ConcurrentHashMap<>();

    /** The house ledger, in order. */
    public final List<HouseQuarter> house = new CopyOnWriteArrayList<>();

    private final MemoryJournal journal = new MemoryJournal();
    private final MemoryFacts facts = new MemoryFacts();
    private final MemoryAlertBook alerts = new MemoryAlertBook();

    @Override
    public MemoryJournal journal() {
        return journal;
    }

    @Override
    public MemoryFacts facts() {
        return facts;
    }

    @Override
    public MemoryAlertBook alerts() {
        return alerts;
    }

    @Override
    public void store(Reading reading) {
        readings.add(reading);
    }

    @Override
    public void flush() {}

    @Override
    public HistoryHealth health() {
        return new HistoryHealth(true, null, null, 0);
    }

    @Override
    public Map<Mac, KnownBattery> known() {
        return Map.copyOf(known);
    }

    @Override
    public void remember(KnownBattery battery) {
        known.put(battery.mac(), battery);
    }

    @Override
    public Optional<Reading> newest(Mac battery) {
        return readings.stream()
                .filter(reading -> reading.battery().equals(battery))
                .reduce((_, last) -> last);
    }

    @Override
    public Optional<Instant> first() {
        return readings.stream().map(Reading::at).min(Instant::compareTo);
    }

    /** Raw readings, however many. */
    @Override
    public Range range(RangeQuery query) {
        return new Range(
                Step.RAW,
                Duration.ZERO,
                query.batteries().stream().map(battery -> raw(battery, query)).toList(),
                Duration.ofMinutes(10));
    }

    private BatterySeries raw(Mac battery, RangeQuery query) {
        var chosen =
                readings.stream()
                        .filter(reading -> reading.battery().equals(battery))
                        .filter(reading -> !reading.at().isBefore(query.from()))
                        .filter(reading -> reading.at().isBefore(query.to()))
                        .toList();
        long[] times = chosen.stream().mapToLong(reading -> reading.at().toEpochMilli()).toArray();
        int[] samples = new int[times.length];
        Arrays.fill(samples, 1);
        double[] unknown = new double[times.length];
        Arrays.fill(unknown, Double.NaN);
        var bands = new HashMap<Quantity, BatterySeries.Band>();
        for (var quantity : query.quantities()) {
            double[] values =
                    chosen.stream()
                            .map(reading -> reading.values().number(quantity))
                            .mapToDouble(value -> value == null ? Double.NaN : value)
                            .toArray();
            bands.put(quantity, new BatterySeries.Band(values, values, values));
        }
        return new BatterySeries(battery, times, times, samples, bands, unknown, unknown);
    }

    @Override
    public List<DayEnergy> dayEnergy(List<Mac> batteries, LocalDate from, LocalDate toInclusive) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void export(ExportRequest request, OutputStream out, LongConsumer progress) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void record(HistoryEvent event) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void backup(Path to, boolean replace, Consumer<CopyProgress> progress) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public Outbox outbox() {
        throw new AssertionError("not asked for here");
    }

    @Override
    public ImportReport importCsv(
            Path file, ImportRequest request, Consumer<ImportProgress> progress) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public long purge(boolean onlyAcknowledged) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public List<HouseQuarter> houseLedger(Instant from, Instant to) {
        return house.stream()
                .filter(line -> !line.begin().isBefore(from) && line.begin().isBefore(to))
                .toList();
    }

    @Override
    public List<EnergyBucket> fleetEnergy(Instant from, Instant to, boolean hourly) {
        throw new AssertionError("not asked for here");
    }

    @Override
    public ColourStore colours() {
        throw new AssertionError("not asked for here");
    }

    @Override
    public void close() {}
}
