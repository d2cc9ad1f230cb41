package pilotempo.history;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;

/** Writes an export, page by page. Confined to the caller's thread. */
final class Export {
    private static final int TOLD_EVERY = 10_000;

    private final Reads database;
    private final ExportRequest request;
    private final LongConsumer progress;

    Export(Reads database, ExportRequest request, LongConsumer progress) {
        this.database = database;
        this.request = request;
        this.progress = progress;
    }

    /**
     * Writes lines in order of time, then battery.
     *
     * @param batteries in the order of output, with their local numbers
     */
    void write(Map<Mac, Integer> batteries, OutputStream out)
            throws IOException, InterruptedException {
        long from = request.from() == null ? 0 : request.from().toEpochMilli();
        long to = request.to() == null ? Long.MAX_VALUE / 2 : request.to().toEpochMilli();
        var feeds =
                batteries.entrySet().stream()
                        .map(
                                battery ->
                                        new Feed(
                                                request.ids()
                                                        .getOrDefault(
                                                                battery.getKey(),
                                                                battery.getKey().hex()),
                                                battery.getValue(),
                                                from,
                                                to))
                        .toList();
        var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        var sheet = Sheet.of(request.step(), request.format(), writer);
        sheet.begin();
        long written = 0;
        for (var feed = earliest(feeds); feed != null; feed = earliest(feeds)) {
            sheet.line(feed.battery, feed.take());
            written++;
            if (written % TOLD_EVERY == 0) {
                progress.accept(written);
            }
        }
        sheet.end();
        writer.flush();
        progress.accept(written);
    }

    private static @Nullable Feed earliest(List<Feed> feeds) throws InterruptedException {
        Feed best = null;
        long bestTime = Long.MAX_VALUE;
        for (var feed : feeds) {
            var head = feed.peek();
            if (head != null && head.time() < bestTime) {
                best = feed;
                bestTime = head.time();
            }
        }
        return best;
    }

    /** One battery's lines. */
    private final class Feed {
        private final String battery;
        private final int number;
        private final long to;
        private final Deque<Line> lines = new ArrayDeque<>();
        private long next;

        Feed(String battery, int number, long from, long to) {
            this.battery = battery;
            this.number = number;
            this.next = from;
            this.to = to;
        }

        @Nullable Line peek() throws InterruptedException {
            while (lines.isEmpty() && next < to) {
                long from = next;
                var page =
                        database.interruptibly(
                                connection ->
                                        Page.read(connection, request.step(), number, from, to));
                lines.addAll(page.lines());
                next = page.next();
            }
            return lines.peekFirst();
        }

        Line take() {
            return lines.removeFirst();
        }
    }
}
