package pilotempo.planning;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import pilotempo.planning.BacktestReport.Month;
import pilotempo.tempo.TempoColour;

/** Sums days up to months. Confined. */
final class Months {
    private static final int DECIMALS = 4;

    private final Map<YearMonth, List<Month>> days = new TreeMap<>();

    /**
     * A day.
     *
     * @param met whether it began with full batteries
     */
    void add(PastDay day, BigDecimal without, BigDecimal auto, BigDecimal with, boolean met) {
        int red = day.colour() == TempoColour.RED ? 1 : 0;
        var month = YearMonth.from(day.date());
        days.computeIfAbsent(month, _ -> new ArrayList<>())
                .add(new Month(month, 1, without, auto, with, red, met ? red : 0));
    }

    /** In order, rounded; the total is the sum of what is shown. */
    List<Month> months() {
        return days.values().stream().map(Months::sum).map(Months::rounded).toList();
    }

    static Month total(List<Month> months, YearMonth first) {
        return months.stream().reduce(nothing(first), Months::plus);
    }

    private static Month sum(List<Month> days) {
        return days.stream().reduce(nothing(days.getFirst().month()), Months::plus);
    }

    private static Month nothing(YearMonth month) {
        var zero = BigDecimal.ZERO.setScale(DECIMALS);
        return new Month(month, 0, zero, zero, zero, 0, 0);
    }

    private static Month plus(Month one, Month other) {
        return new Month(
                one.month(),
                one.days() + other.days(),
                one.withoutBatteries().add(other.withoutBatteries()),
                one.autoAlone().add(other.autoAlone()),
                one.strategy().add(other.strategy()),
                one.redDays() + other.redDays(),
                one.redDaysMet() + other.redDaysMet());
    }

    private static Month rounded(Month month) {
        return new Month(
                month.month(),
                month.days(),
                rounded(month.withoutBatteries()),
                rounded(month.autoAlone()),
                rounded(month.strategy()),
                month.redDays(),
                month.redDaysMet());
    }

    private static BigDecimal rounded(BigDecimal eur) {
        return eur.setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
