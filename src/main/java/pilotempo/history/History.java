package pilotempo.history;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import pilotempo.battery.Mac;
import pilotempo.battery.Reading;
import pilotempo.tempo.source.ColourStore;

/**
 * Everything that was ever learnt, in the local database. Thread-safe. Writing never waits for the
 * disk; reading does, so it is not for the window's thread.
 */
public interface History extends AutoCloseable {
    /**
     * Accepts a reading. It is durable within the commit interval; a second reading of the same
     * battery and instant is ignored.
     */
    void store(Reading reading);

    /** Remembers an event; durable with the next commit. */
    void record(HistoryEvent event);

    /** Makes what was accepted durable before it returns. */
    void flush() throws InterruptedException;

    /** How recording goes. */
    HistoryHealth health();

    /** The batteries known from this and earlier runs. */
    Map<Mac, KnownBattery> known();

    /** Remembers a battery; durable with the next commit. */
    void remember(KnownBattery battery);

    /** The newest stored reading of a battery. */
    Optional<Reading> newest(Mac battery);

    /** The instant of the first stored reading of all; empty when there is none. */
    Optional<Instant> first();

    /**
     * A range in at most the wanted number of points a series. Interruptible: the query is
     * cancelled.
     */
    Range range(RangeQuery query) throws InterruptedException;

    /** Energy by Tempo day, summed over the batteries; days without any data are left out. */
    List<DayEnergy> dayEnergy(List<Mac> batteries, LocalDate from, LocalDate toInclusive)
            throws InterruptedException;

    /**
     * Writes rows in order of time, then battery; tells the number of rows written now and then.
     */
    void export(ExportRequest request, OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException;

    /**
     * Stores the readings of a CSV file in the shape of the raw export; they are durable when this
     * returns. What is there already stays, so that importing twice is harmless. Lines that are no
     * readings are set aside in a file beside it, named with {@code .rejected} behind. Recording
     * goes on meanwhile. An interrupt or a kill leaves what was stored until then; the same import
     * again completes it.
     *
     * @param progress hears of it a few times a second, on the caller's thread
     * @throws ImportRefused when the file is not of that shape; nothing was stored
     * @throws HistoryUnavailable when the database can't be written; what was stored until then
     *     stays
     */
    ImportReport importCsv(Path file, ImportRequest request, Consumer<ImportProgress> progress)
            throws IOException, InterruptedException;

    /**
     * Removes raw readings of more than {@code history.raw-days} whole days ago that were also
     * stored so long ago; roll-ups and ledger stay. The newest reading of a battery always stays.
     * For the recording program, once a day; recording goes on meanwhile. Without that setting
     * nothing is removed.
     *
     * @param onlyAcknowledged only what the server heard last has acknowledged; nothing while none
     *     has
     * @return how many readings were removed
     */
    long purge(boolean onlyAcknowledged) throws InterruptedException;

    /** The house ledger's quarters that begin in the range and of which anything is known. */
    List<HouseQuarter> houseLedger(Instant from, Instant to) throws InterruptedException;

    /**
     * Energy of all batteries by buckets that begin in the range; those without any are left out.
     *
     * @param hourly by hours (of UTC), which is four times less to read than by quarters
     */
    List<EnergyBucket> fleetEnergy(Instant from, Instant to, boolean hourly)
            throws InterruptedException;

    /** The Tempo days kept beside the readings. */
    ColourStore colours();

    /**
     * Writes a copy of everything to a file, while recording goes on. The file is whole or not
     * there: it has another name until it is complete.
     *
     * @param replace whether a file that is there may be replaced
     * @throws java.nio.file.FileAlreadyExistsException when it is there and may not
     */
    void backup(Path to, boolean replace, Consumer<CopyProgress> progress)
            throws IOException, InterruptedException;

    /** Every command ever sent. */
    Journal journal();

    /** Small facts that outlive a run. */
    Facts facts();

    /** The alerts and their messages. */
    AlertBook alerts();

    /** What a sync reads, and notes. */
    Outbox outbox();

    /** Makes everything durable and closes the database. */
    @Override
    void close();
}
