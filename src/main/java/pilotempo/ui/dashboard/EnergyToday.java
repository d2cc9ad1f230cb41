package pilotempo.ui.dashboard;

import java.util.List;
import java.util.concurrent.Callable;
import pilotempo.battery.Mac;
import pilotempo.engine.Engine;
import pilotempo.history.DayEnergy;
import pilotempo.ui.component.Formats;

/** Energy of the running Tempo day, ready to show. */
record EnergyToday(String delivered, String charged) {
    static final EnergyToday UNKNOWN = new EnergyToday(Formats.UNKNOWN, Formats.UNKNOWN);

    /** The question to the history, to be asked off the FX thread. */
    static Callable<EnergyToday> question(Engine engine, List<Mac> batteries, Formats formats) {
        return () -> {
            var day = engine.tariff().today().date();
            return of(engine.dayEnergy(batteries, day, day), formats);
        };
    }

    static EnergyToday of(List<DayEnergy> days, Formats formats) {
        if (days.isEmpty()) {
            return UNKNOWN;
        }
        return new EnergyToday(
                formats.kwh(days.stream().mapToDouble(DayEnergy::outWh).sum()),
                formats.kwh(days.stream().mapToDouble(DayEnergy::inWh).sum()));
    }
}
