package pilotempo.ui.history;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.Mac;
import pilotempo.battery.Quantity;
import pilotempo.engine.Engine;
import pilotempo.history.BatterySeries;
import pilotempo.history.DayEnergy;
import pilotempo.history.Range;
import pilotempo.history.RangeQuery;
import pilotempo.history.Step;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoSeason;
import pilotempo.ui.testing.StillEngine;

/**
 * A still engine with another past: a year, with the battery's program away on 2 January from 11:12
 * to 18:48 and from 20 July to 1 August. It can also fail, and wait.
 */
final class Past {
    static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    final AtomicInteger queries = new AtomicInteger();
    final AtomicInteger interrupted = new AtomicInteger();
    final List<RangeQuery> asked = new ArrayList<>();

    volatile boolean broken;
    volatile @Nullable CountDownLatch gate;

    /** Holds an export after seven rows. */
    volatile @Nullable CountDownLatch exporting;

    volatile Instant first = Instant.parse("2024-12-31T23:00:00Z");
    private final StillEngine still;

    Past(StillEngine still) {
        this.still = still;
    }

    /** The newest question. */
    RangeQuery askedLast() {
        synchronized (asked) {
            return asked.getLast();
        }
    }

    Engine engine() {
        return (Engine)
                Proxy.newProxyInstance(
                        Past.class.getClassLoader(),
                        new Class<?>[] {Engine.class},
                        (_, method, arguments) ->
                                switch (method.getName()) {
                                    case "range" -> range((RangeQuery) arguments[0]);
                                    case "firstReading" -> first;
                                    case "export" -> {
                                        export(
                                                (OutputStream) arguments[1],
                                                (LongConsumer) arguments[2]);
                                        yield null;
                                    }
                                    case "colours" -> colours();
                                    case "dayEnergy" ->
                                            days(
                                                    ((List<?>) arguments[0]).size(),
                                                    (LocalDate) arguments[1],
                                                    (LocalDate) arguments[2]);
                                    default -> {
                                        try {
                                            yield method.invoke(still, arguments);
                                        } catch (InvocationTargetException thrown) {
                                            throw thrown.getCause();
                                        }
                                    }
                                });
    }

    private void export(OutputStream out, LongConsumer progress)
            throws IOException, InterruptedException {
        out.write("time,battery\n".getBytes(StandardCharsets.UTF_8));
        var wait = exporting;
        if (wait != null) {
            progress.accept(7);
            wait.await();
        }
        progress.accept(9);
    }

    private Range range(RangeQuery query) throws InterruptedException {
        queries.incrementAndGet();
        synchronized (asked) {
            asked.add(query);
        }
        var wait = gate;
        if (wait != null) {
            try {
                wait.await();
            } catch (InterruptedException cancelled) {
                interrupted.incrementAndGet();
                throw cancelled;
            }
        }
        if (broken) {
            throw new IllegalStateException("the database is away");
        }
        var span = Duration.between(query.from(), query.to());
        var step = step(span, query.mostPoints());
        var bucket = step == Step.RAW ? Duration.ofMinutes(1) : step.nominal();
        var series = new ArrayList<BatterySeries>();
        int index = 0;
        for (var mac : query.batteries()) {
            series.add(series(mac, index++, query, step, bucket));
        }
        return new Range(
                step,
                step == Step.RAW ? Duration.ZERO : bucket,
                series,
                step == Step.RAW ? Duration.ofMinutes(4) : bucket.multipliedBy(3).dividedBy(2));
    }

    private static Step step(Duration span, int most) {
        for (var step : List.of(Step.RAW, Step.QUARTER, Step.HOUR)) {
            var each = step == Step.RAW ? Duration.ofMinutes(1) : step.nominal();
            if (span.dividedBy(each) <= most) {
                return step;
            }
        }
        return Step.DAY;
    }

    private static boolean away(long at) {
        return within(at, "2026-01-02T10:12:00Z", "2026-01-02T17:48:00Z")
                || within(at, "2025-07-19T22:00:00Z", "2025-08-01T12:00:00Z");
    }

    private static boolean within(long at, String from, String until) {
        return at >= Instant.parse(from).toEpochMilli() && at < Instant.parse(until).toEpochMilli();
    }

    private BatterySeries series(Mac mac, int index, RangeQuery query, Step step, Duration bucket) {
        var begin = query.from().isBefore(first) ? first : query.from();
        var end = query.to().isBefore(still.now()) ? query.to() : still.now();
        var starts = new ArrayList<Long>();
        for (var at = begin; at.isBefore(end); at = at.plus(bucket)) {
            if (!away(at.toEpochMilli())) {
                starts.add(at.toEpochMilli());
            }
        }
        var times = starts.stream().mapToLong(Long::longValue).toArray();
        long length = step == Step.RAW ? 0 : bucket.toMillis();
        var ends = Arrays.stream(times).map(time -> time + length).toArray();
        boolean wide = step == Step.DAY;
        var power =
                Arrays.stream(times)
                        .mapToDouble(at -> wide ? 40 + 30 * Math.sin(at / 4e9) : watts(at, index))
                        .toArray();
        var level = Arrays.stream(times).mapToDouble(at -> level(at, wide)).toArray();
        double half = step == Step.RAW ? 0 : 1;
        var bands = new EnumMap<Quantity, BatterySeries.Band>(Quantity.class);
        bands.put(
                Quantity.POWER_W,
                wide ? days(power, times, index) : band(power, half * 120, half * 260));
        bands.put(Quantity.SOC_PCT, band(level, wide ? 32 : half, wide ? 38 : half));
        double hours = bucket.toMillis() / 3_600_000.0;
        var out = Arrays.stream(power).map(w -> length == 0 ? Double.NaN : Math.max(0, w) * hours);
        var in = Arrays.stream(power).map(w -> length == 0 ? Double.NaN : Math.max(0, -w) * hours);
        return new BatterySeries(
                mac, times, ends, new int[times.length], bands, in.toArray(), out.toArray());
    }

    /** A day's extremes are its night's charge and its evening's peak; one is a lone spike. */
    private static BatterySeries.Band days(double[] mean, long[] times, int index) {
        return new BatterySeries.Band(
                mean,
                Arrays.stream(times).mapToDouble(_ -> -800.0 - 100 * index).toArray(),
                Arrays.stream(times)
                        .mapToDouble(
                                at -> 620 + 90 * Math.sin(at / 2.1e8) + (spike(at) ? 1_700 : 0))
                        .toArray());
    }

    private static boolean spike(long at) {
        return within(at, "2025-05-13T22:00:00Z", "2025-05-14T22:00:00Z");
    }

    private static BatterySeries.Band band(double[] mean, double below, double above) {
        return new BatterySeries.Band(
                mean,
                Arrays.stream(mean).map(v -> v <= 0 ? v : Math.max(0, v - below)).toArray(),
                Arrays.stream(mean).map(v -> v <= 0 ? v : v + above).toArray());
    }

    private static double hour(long at) {
        var local = Instant.ofEpochMilli(at).atZone(PARIS);
        return local.getHour() + local.getMinute() / 60.0;
    }

    private static double watts(long at, int index) {
        double hour = hour(at);
        if (hour >= 1 && hour < 4) {
            return -800 - 100 * index;
        }
        double noise = 60 * Math.sin(at / 1.7e6) + 40 * Math.sin(at / 3.1e5);
        if (hour >= 17.5 && hour < 23) {
            return 420 + 2 * noise + 60 * index;
        }
        return hour >= 7 ? Math.max(0, 130 + noise) : 0;
    }

    private static double level(long at, boolean daily) {
        if (daily) {
            return 52 + 10 * Math.sin(at / 3.1e9) + 3 * Math.sin(at / 7e7);
        }
        double hour = hour(at);
        double evening = Math.max(0, hour - 17.5) * 7;
        return hour < 1
                ? 30 - 5 * hour
                : hour < 4 ? 25 + 20 * (hour - 1) : Math.max(25, 85 - 1.6 * (hour - 4) - evening);
    }

    private List<DayEnergy> days(int batteries, LocalDate from, LocalDate last) {
        var days = new ArrayList<DayEnergy>();
        for (var day = from; !day.isAfter(last); day = day.plusDays(1)) {
            var noon = day.atTime(12, 0).atZone(PARIS).toInstant();
            boolean lived = noon.isAfter(first) && noon.isBefore(still.now());
            if (lived
                    && !within(
                            noon.toEpochMilli(), "2025-07-19T22:00:00Z", "2025-08-01T00:00:00Z")) {
                double wave = 1 + 0.2 * Math.sin(day.getDayOfYear() * 1.3);
                days.add(new DayEnergy(day, batteries * 2_400 * wave, batteries * 3_100 * wave));
            }
        }
        return days;
    }

    /** All of last season blue but for its winter; facts for 1 and 4 to 8 January 2026. */
    private ColourBook colours() {
        var book = still.colours();
        return new ColourBook() {
            @Override
            public DayColour day(LocalDate date) {
                var known = book.day(date);
                if (known.colour() != null || date.isAfter(LocalDate.of(2026, 1, 7))) {
                    return known;
                }
                boolean winter = date.getMonthValue() <= 3 || date.getMonthValue() >= 11;
                var colour =
                        winter && date.getDayOfMonth() % 9 == 0
                                ? TempoColour.RED
                                : winter && date.getDayOfMonth() % 7 == 1
                                        ? TempoColour.WHITE
                                        : TempoColour.BLUE;
                return new DayColour(date, colour, DayColour.Status.CONFIRMED, "demo", still.now());
            }

            @Override
            public List<DayColour> season(TempoSeason season) {
                return book.season(season);
            }
        };
    }
}
