package pilotempo.planning;

import java.util.List;
import java.util.Optional;

/** All strategies there are, by their word in the settings. Stateless. */
public final class Strategies {
    private static final List<Strategy> ALL = List.of(new TempoStrategy(), new PeakShift());

    private Strategies() {}

    /** The strategy of a word; empty for an unknown one, and for {@code none}. */
    public static Optional<Strategy> of(String word) {
        return ALL.stream().filter(strategy -> strategy.name().equals(word)).findFirst();
    }

    /** Their words, the default first. */
    public static List<String> words() {
        return ALL.stream().map(Strategy::name).toList();
    }
}
