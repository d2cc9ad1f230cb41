package pilotempo.ui.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.DaysLeft;
import pilotempo.tempo.PriceTable;
import pilotempo.tempo.PriceTable.PriceClass;
import pilotempo.tempo.TariffView;
import pilotempo.tempo.TempoColour;
import pilotempo.tempo.TempoPeriod;
import pilotempo.tempo.TempoSeason;

/**
 * A canned season 2025-2026. The colours of 4 to 8 January are facts, the others an example with
 * the right counts.
 */
final class StillTempo {
    private static final Set<LocalDate> RED =
            Set.of(january(5), january(6), january(7), january(9), january(12), january(13));
    private static final Set<LocalDate> WHITE =
            Set.of(
                    LocalDate.of(2025, 11, 18),
                    LocalDate.of(2025, 11, 19),
                    LocalDate.of(2025, 11, 20),
                    LocalDate.of(2025, 11, 24),
                    LocalDate.of(2025, 11, 27),
                    LocalDate.of(2025, 12, 2),
                    LocalDate.of(2025, 12, 8),
                    LocalDate.of(2025, 12, 16),
                    LocalDate.of(2025, 12, 17),
                    LocalDate.of(2025, 12, 29),
                    LocalDate.of(2025, 12, 30),
                    january(8));
    private static final LocalTime PEAK = LocalTime.of(6, 0);
    private static final LocalTime OFF_PEAK = LocalTime.of(22, 0);

    private final ZoneId zone;
    private final Map<LocalDate, DayColour> overrides = new HashMap<>();
    private LocalDate lastKnown = january(7);

    StillTempo(ZoneId zone) {
        this.zone = zone;
    }

    static LocalDate january(int day) {
        return LocalDate.of(2026, 1, day);
    }

    static PriceTable prices() {
        var classes = new HashMap<PriceClass, BigDecimal>();
        price(classes, TempoColour.BLUE, "0.1494", "0.1232");
        price(classes, TempoColour.WHITE, "0.1730", "0.1391");
        price(classes, TempoColour.RED, "0.6468", "0.1460");
        return new PriceTable(
                "edf-tempo", List.of(new PriceTable.Row(LocalDate.of(2025, 8, 1), classes)));
    }

    private static void price(
            Map<PriceClass, BigDecimal> classes, TempoColour colour, String hp, String hc) {
        classes.put(new PriceClass(colour, TempoPeriod.HP), new BigDecimal(hp));
        classes.put(new PriceClass(colour, TempoPeriod.HC), new BigDecimal(hc));
    }

    /** Nothing is known after this day. */
    void knownUntil(LocalDate day) {
        lastKnown = day;
    }

    void set(DayColour day) {
        overrides.put(day.date(), day);
    }

    ColourBook colours() {
        return new ColourBook() {
            @Override
            public DayColour day(LocalDate date) {
                return StillTempo.this.day(date);
            }

            @Override
            public List<DayColour> season(TempoSeason season) {
                return season.firstDay()
                        .datesUntil(season.lastDay().plusDays(1))
                        .map(StillTempo.this::day)
                        .filter(day -> day.colour() != null)
                        .toList();
            }
        };
    }

    TariffView at(Instant now) {
        var local = now.atZone(zone);
        var date =
                local.toLocalTime().isBefore(PEAK)
                        ? local.toLocalDate().minusDays(1)
                        : local.toLocalDate();
        var stretches = new ArrayList<TariffView.Stretch>();
        for (int i = 0; i < 4; i++) {
            var day = date.plusDays(i);
            add(stretches, now, day, TempoPeriod.HP);
            add(stretches, now, day, TempoPeriod.HC);
        }
        var first = stretches.getFirst();
        return new TariffView(
                now,
                TempoSeason.of(date),
                day(date),
                day(date.plusDays(1)),
                left(date),
                new TariffView.PriceNow(first.day().colour(), first.period(), first.eurPerKwh()),
                List.copyOf(stretches),
                false);
    }

    private void add(
            List<TariffView.Stretch> stretches, Instant now, LocalDate date, TempoPeriod period) {
        boolean peak = period == TempoPeriod.HP;
        var from = date.atTime(peak ? PEAK : OFF_PEAK).atZone(zone).toInstant();
        var until =
                (peak ? date.atTime(OFF_PEAK) : date.plusDays(1).atTime(PEAK))
                        .atZone(zone)
                        .toInstant();
        if (until.isAfter(now)) {
            var day = day(date);
            stretches.add(
                    new TariffView.Stretch(from, until, day, period, price(day.colour(), period)));
        }
    }

    private static @Nullable BigDecimal price(@Nullable TempoColour colour, TempoPeriod period) {
        return colour == null
                ? null
                : prices().rows().getFirst().eurPerKwh().get(new PriceClass(colour, period));
    }

    private DaysLeft left(LocalDate today) {
        var season = TempoSeason.of(today);
        var counts = new EnumMap<TempoColour, Integer>(TempoColour.class);
        for (var date = season.firstDay(); !date.isAfter(today); date = date.plusDays(1)) {
            var colour = day(date).colour();
            if (colour == null) {
                return DaysLeft.UNKNOWN;
            }
            counts.merge(colour, 1, Integer::sum);
        }
        return new DaysLeft(
                season.quota(TempoColour.BLUE) - counts.getOrDefault(TempoColour.BLUE, 0),
                season.quota(TempoColour.WHITE) - counts.getOrDefault(TempoColour.WHITE, 0),
                season.quota(TempoColour.RED) - counts.getOrDefault(TempoColour.RED, 0));
    }

    static TempoColour colour(LocalDate date) {
        return RED.contains(date)
                ? TempoColour.RED
                : WHITE.contains(date) ? TempoColour.WHITE : TempoColour.BLUE;
    }

    private DayColour day(LocalDate date) {
        var override = overrides.get(date);
        if (override != null) {
            return override;
        }
        if (date.isAfter(lastKnown) || date.isBefore(TempoSeason.of(january(1)).firstDay())) {
            return DayColour.unknown(date);
        }
        return new DayColour(
                date,
                colour(date),
                DayColour.Status.CONFIRMED,
                "public",
                date.minusDays(1).atTime(11, 5).atZone(zone).toInstant());
    }
}
