package pilotempo.tempo;

import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Invents a season's weather and gives its coldest days their colours as the contract has it: red
 * on weekdays from November to March but public holidays (so never more than five in a row), white
 * on any day but Sunday.
 */
final class InventedWinter {
    /** Outweighs any weather. */
    private static final double CERTAIN = 1_000;

    private static final Set<MonthDay> HOLIDAYS =
            Set.of(MonthDay.of(11, 1), MonthDay.of(11, 11), MonthDay.of(12, 25), MonthDay.of(1, 1));

    private InventedWinter() {}

    static NavigableMap<LocalDate, TempoColour> colours(
            TempoSeason season, long seed, LocalDate around) {
        var cold = cold(season, seed);
        var days = season.firstDay().datesUntil(season.lastDay().plusDays(1)).toList();
        var colours = new TreeMap<LocalDate, TempoColour>();
        days.forEach(day -> colours.put(day, TempoColour.BLUE));

        var red = Set.of(around.plusDays(1), around.plusDays(2));
        coldest(
                        days,
                        season.quota(TempoColour.RED),
                        day -> mayBeRed(day) && !day.equals(around),
                        day -> cold.getOrDefault(day, 0.0) + (red.contains(day) ? CERTAIN : 0))
                .forEach(day -> colours.put(day, TempoColour.RED));

        var white = Set.of(around, around.plusDays(1), around.minusDays(1));
        coldest(
                        days,
                        season.quota(TempoColour.WHITE),
                        day -> day.getDayOfWeek() != SUNDAY && colours.get(day) == TempoColour.BLUE,
                        day -> cold.getOrDefault(day, 0.0) + (white.contains(day) ? CERTAIN : 0))
                .forEach(day -> colours.put(day, TempoColour.WHITE));
        return colours;
    }

    static boolean mayBeRed(LocalDate day) {
        int month = day.getMonthValue();
        return (month >= 11 || month <= 3)
                && day.getDayOfWeek() != SATURDAY
                && day.getDayOfWeek() != SUNDAY
                && !HOLIDAYS.contains(MonthDay.from(day))
                && !day.equals(easter(day.getYear()).plusDays(1));
    }

    private static List<LocalDate> coldest(
            List<LocalDate> days,
            int count,
            Predicate<LocalDate> allowed,
            ToDoubleFunction<LocalDate> cold) {
        return days.stream()
                .filter(allowed)
                .sorted(Comparator.comparingDouble(cold).reversed())
                .limit(count)
                .toList();
    }

    /** Cold spells: a yearly wave, coldest around 20 January, and weather that lasts for days. */
    private static Map<LocalDate, Double> cold(TempoSeason season, long seed) {
        var random = new Random(seed * 31 + season.startYear());
        var cold = new HashMap<LocalDate, Double>();
        double weather = 0;
        for (var day = season.firstDay(); !day.isAfter(season.lastDay()); day = day.plusDays(1)) {
            weather = 0.75 * weather + random.nextGaussian();
            double yearly = Math.cos((day.getDayOfYear() - 20) * 2 * Math.PI / 365.25);
            cold.put(day, 5 * yearly + weather);
        }
        return cold;
    }

    /** Easter Sunday, by the Gregorian computus. */
    private static LocalDate easter(int year) {
        int golden = year % 19;
        int century = year / 100;
        int epact =
                Math.floorMod(
                        century - century / 4 - (8 * century + 13) / 25 + 19 * golden + 15, 30);
        int moon = epact - epact / 28 * (1 - 29 / (epact + 1) * ((21 - golden) / 11));
        int weekday = (year + year / 4 + moon + 2 - century + century / 4) % 7;
        int offset = moon - weekday;
        int month = 3 + (offset + 40) / 44;
        return LocalDate.of(year, month, offset + 28 - 31 * (month / 4));
    }
}
