package pilotempo.ui.history;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import pilotempo.history.DayEnergy;
import pilotempo.tempo.ColourBook;
import pilotempo.ui.chart.EnergyBar;
import pilotempo.ui.chart.Lane;
import pilotempo.ui.chart.PeriodBefore;

/** Chooses a chart's lanes: by length of the window, total or each battery, desktop or kiosk. */
final class LaneMaker {
    private static final int MOST_WITH_LEVELS = 4;

    private final HistoryQuestion question;
    private final HistoryQuestion.Answer answer;
    private final Curves present;
    private final Curves before;
    private final @Nullable PeriodBefore period;
    private final ColourBook colours;
    private final boolean kiosk;
    private final LocalDate from;
    private final LocalDate until;

    LaneMaker(
            HistoryQuestion question,
            HistoryQuestion.Answer answer,
            Curves present,
            @Nullable PeriodBefore period,
            ColourBook colours,
            java.time.ZoneId zone,
            boolean kiosk) {
        this.question = question;
        this.answer = answer;
        this.present = present;
        this.period = period;
        this.colours = colours;
        this.kiosk = kiosk;
        before = Curves.before(answer.before(), period, question.batteries().size());
        var window = question.shown().window();
        from = window.from().atZone(zone).toLocalDate();
        until = window.to().minusMillis(1).atZone(zone).toLocalDate().plusDays(1);
    }

    List<Lane> lanes() {
        boolean each = question.shown().look().perBattery();
        if (question.curves()) {
            return each ? curvesOfEach() : curves();
        }
        return each ? energiesOfEach() : energies();
    }

    /** The bars that are shown, of all batteries together. */
    List<EnergyBar> bars() {
        return question.bars()
                ? EnergyBar.of(Totals.all(answer.present().days()), colours, from, until)
                : List.of();
    }

    private List<Lane> curves() {
        var lanes = new ArrayList<Lane>();
        lanes.add(power(2));
        if (!kiosk || !question.bars()) {
            lanes.add(level(1.1));
        }
        if (question.bars()) {
            lanes.add(energy("", kiosk ? 2 : 1.7, 0));
        }
        return lanes;
    }

    private List<Lane> curvesOfEach() {
        var lanes = new ArrayList<Lane>();
        int count = question.batteries().size();
        boolean levels = (!kiosk || !question.bars()) && count <= MOST_WITH_LEVELS;
        for (int i = 0; i < count; i++) {
            var name = question.batteries().get(i).name();
            lanes.add(new Lane.Power(name, 2, present.powers().get(i), before.powers().get(i)));
            if (levels) {
                lanes.add(
                        new Lane.Level(
                                name, 1.1, present.levels().get(i), null, before.levels().get(i)));
            }
        }
        return lanes;
    }

    private List<Lane> energies() {
        var lanes = new ArrayList<Lane>();
        lanes.add(energy("", kiosk ? 1.4 : 1.5, 0));
        lanes.add(power(1));
        if (!kiosk) {
            lanes.add(level(1));
        }
        return lanes;
    }

    private List<Lane> energiesOfEach() {
        var lanes = new ArrayList<Lane>();
        for (int i = 0; i < question.batteries().size(); i++) {
            var name = question.batteries().get(i).name();
            lanes.add(energy(name, 1, i));
            if (!kiosk && question.batteries().size() <= MOST_WITH_LEVELS) {
                lanes.add(
                        new Lane.Power(name, 0.8, present.powers().get(i), before.powers().get(i)));
            }
        }
        return lanes;
    }

    private Lane power(double weight) {
        return new Lane.Power("", weight, present.power(), before.power());
    }

    private Lane level(double weight) {
        var batteries = question.batteries();
        return new Lane.Level("", weight, present.level(batteries), null, before.level(batteries));
    }

    private Lane energy(String name, double weight, int index) {
        var bars = EnergyBar.of(answer.present().days().get(index), colours, from, until);
        return new Lane.Energy(name, weight, bars, earlier(index));
    }

    private List<EnergyBar> earlier(int index) {
        var read = answer.before();
        if (read == null || period == null) {
            return List.of();
        }
        List<DayEnergy> days = read.days().get(index);
        return EnergyBar.before(days, period, from, until);
    }
}
