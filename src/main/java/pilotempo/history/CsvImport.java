package pilotempo.history;

import java.io.FileInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import pilotempo.lifecycle.Ticker;

/**
 * Reads a CSV file of readings and has the writer store it. The file is read here while the writer
 * stores what was read before; lines that are not in order are put in order as far as they fit in
 * memory together. Confined to the caller's thread.
 */
final class CsvImport {
    /** What the writer stores in one transaction: a live reading waits no longer than for this. */
    private static final int ERRAND = 10_000;

    /** As much memory for each reading of an errand, or H2 writes before its end, and all again. */
    private static final int ERRAND_BYTES = 30_000;

    /** Bytes that a reading takes on its way, of which there are up to three windows. */
    private static final int READING_BYTES = 256;

    private static final Comparator<Incoming> BY_TIME =
            Comparator.comparingLong(incoming -> incoming.row().time());

    /**
     * How much is dealt with in one go.
     *
     * @param window readings put in order together
     * @param errand readings stored in one transaction
     */
    record Sizes(int window, int errand) {
        private static final int MOST = 300_000;

        /** As much as fits. */
        static Sizes ofMemory() {
            long memory = Runtime.getRuntime().maxMemory();
            return new Sizes(
                    Math.clamp(memory / 9 / READING_BYTES, ERRAND, MOST),
                    Math.clamp(memory / ERRAND_BYTES, ERRAND / 10, ERRAND));
        }
    }

    /** A part of the file on its way to the disk. */
    private record Sent(CompletableFuture<Integer> stored, int readings, long bytes) {}

    private final Inbox inbox;
    private final Ticker ticker;
    private final Path file;
    private final Consumer<ImportProgress> progress;
    private final Sizes sizes;
    private final Deque<Sent> sent = new ArrayDeque<>();
    private final long total;
    private final long begun;
    private long sentBytes;
    private long lines;
    private long stored;
    private long already;

    CsvImport(Inbox inbox, Ticker ticker, Path file, Sizes sizes, Consumer<ImportProgress> progress)
            throws IOException {
        this.inbox = inbox;
        this.ticker = ticker;
        this.file = file;
        this.progress = progress;
        this.sizes = sizes;
        if (!Files.isRegularFile(file)) {
            throw new NoSuchFileException(file.toString());
        }
        total = Files.size(file);
        begun = ticker.nanos();
    }

    ImportReport run(ImportRequest request) throws IOException, InterruptedException {
        // Not a channel: an interrupt must not close the file in the middle of a line.
        try (var in = new FileInputStream(file.toFile())) {
            var source = new CsvLines(in);
            var header = header(source);
            try (var rejected = new RejectedLines(file)) {
                read(source, new CsvReadings(header, request.ids()), rejected);
                return new ImportReport(
                        lines,
                        stored,
                        already,
                        rejected.count(),
                        rejected.file(),
                        header.ignored());
            }
        } finally {
            sent.forEach(part -> part.stored.cancel(false));
        }
    }

    static CsvHeader header(CsvLines source) throws IOException {
        var cells = new CsvCells();
        if (!source.next()) {
            throw new ImportRefused("The file is empty.");
        }
        if (!cells.split(source.bytes(), source.begin(), source.end())) {
            throw new ImportRefused("Line 1 has a quote without its other half.");
        }
        return CsvHeader.of(cells);
    }

    private void read(CsvLines source, CsvReadings readings, RejectedLines rejected)
            throws IOException, InterruptedException {
        var gathered = new ArrayList<Incoming>();
        while (source.next()) {
            if (source.isBlank()) {
                continue;
            }
            lines++;
            var incoming = readings.of(source);
            if (incoming == null) {
                rejected.add(source);
            } else {
                gathered.add(incoming);
            }
            if (gathered.size() == sizes.window) {
                await();
                send(gathered, source.position());
                gathered = new ArrayList<>();
            }
        }
        await();
        send(gathered, source.position());
        await();
        tell(total);
    }

    private void send(List<Incoming> gathered, long position) {
        sort(gathered);
        for (int from = 0; from < gathered.size(); from += sizes.errand) {
            int to = Math.min(gathered.size(), from + sizes.errand);
            var part = gathered.subList(from, to);
            var errand = new Errand<Integer>(store -> store.write(part));
            inbox.add(errand);
            long bytes = sentBytes + (position - sentBytes) * to / gathered.size();
            sent.add(new Sent(errand.result(), part.size(), bytes));
        }
        sentBytes = position;
    }

    /** Stable: of two readings of one instant the first in the file stays the first. */
    private static void sort(List<Incoming> gathered) {
        for (int i = 1; i < gathered.size(); i++) {
            if (gathered.get(i - 1).row().time() > gathered.get(i).row().time()) {
                gathered.sort(BY_TIME);
                return;
            }
        }
    }

    /** Waits until all that was sent is durable. */
    private void await() throws InterruptedException {
        while (!sent.isEmpty()) {
            var part = sent.getFirst();
            int fresh = result(part.stored);
            stored += fresh;
            already += part.readings - fresh;
            sent.removeFirst();
            tell(part.bytes);
        }
    }

    private static int result(CompletableFuture<Integer> stored) throws InterruptedException {
        try {
            return stored.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof HistoryUnavailable unavailable
                    ? unavailable
                    : new HistoryUnavailable("The history can't be written.", failed);
        }
    }

    private void tell(long bytes) {
        double seconds = (ticker.nanos() - begun) / 1e9;
        long done = stored + already;
        progress.accept(new ImportProgress(bytes, total, done, seconds > 0 ? done / seconds : 0));
    }
}
