package pilotempo.ui.automation;

import java.util.ArrayList;
import java.util.List;
import pilotempo.engine.Engine;
import pilotempo.tempo.TempoSeason;

/** Seasons that can be run again: those of which colours are known. */
final class Seasons {
    /** Of fewer known days nothing can be said. */
    private static final int LEAST_DAYS = 30;

    private static final int MOST_BACK = 12;

    private Seasons() {}

    /** In order, the running one last. */
    static List<TempoSeason> known(Engine engine) {
        var running = engine.tariff().season();
        var known = new ArrayList<TempoSeason>();
        for (int back = MOST_BACK; back >= 0; back--) {
            var season = new TempoSeason(running.startYear() - back);
            if (engine.colours().season(season).size() >= LEAST_DAYS) {
                known.add(season);
            }
        }
        return known;
    }
}
