package pilotempo.planning;

import java.time.Instant;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import pilotempo.battery.OperatingMode;
import pilotempo.tempo.DayColour.Status;
import pilotempo.tempo.TariffView.Stretch;
import pilotempo.tempo.TempoColour;

/** Reasons that take some choosing. */
final class Reasons {
    /** From when on a day's colour counts as told. */
    private static final LocalTime TOLD = LocalTime.of(11, 0);

    private Reasons() {}

    static Reason charge(Night night, TempoColour colour) {
        if (night.next().status() != Status.CONFIRMED) {
            return Reason.of("charge.provisional", night.nextDay(), colour);
        }
        var peak = night.peakPrice();
        var price = night.price();
        return peak == null || price == null
                ? Reason.of("charge.dear", night.nextDay(), colour)
                : Reason.of("charge.price", night.nextDay(), colour, peak, price);
    }

    /** Of a battery that charges: without its level or capacity nobody can say for how long. */
    static Reason charging(Pack pack, Reason why, Night night) {
        return pack.socPct() == null || pack.battery().capacityWh() == null
                ? Reason.of("charge.blind", night.nextDay(), night.chargeUntil())
                : why;
    }

    static Reason holdBefore(Night night, TempoColour colour) {
        var peak = night.peakPrice();
        var price = night.price();
        return peak == null || price == null
                ? Reason.of("hold.dear", night.nextDay(), colour)
                : Reason.of("hold.price", night.nextDay(), colour, peak, price);
    }

    /** Where the last days tell that it pays. */
    static Reason holdPays(Night night, TempoColour colour) {
        var peak = night.peakPrice();
        var price = night.price();
        return peak == null || price == null
                ? holdBefore(night, colour)
                : Reason.of("hold.pays", night.nextDay(), colour, peak, price);
    }

    /** Where they tell that it does not. */
    static Reason stayPays(Night night, TempoColour colour) {
        var price = night.price();
        return price == null
                ? Reason.of("stay.sun", night.nextDay(), colour)
                : Reason.of("stay.pays", night.nextDay(), price);
    }

    /** While the colour of the day that follows is not known. */
    static Reason unknown(Night night, Situation situation) {
        var eve = night.nextDay().minusDays(1);
        var told = situation.clock().at(eve, TOLD);
        return situation.at().isBefore(told)
                ? Reason.of("unknown.early", night.nextDay(), eve)
                : Reason.of("unknown.late", night.nextDay());
    }

    /** Of a battery that does not charge in a night in which others may. */
    static Reason afterCharge(Pack pack, Instant at, Night night, Situation situation) {
        int target = situation.rules().targetSoc();
        if (pack.at(target - 1)) {
            return Reason.of("hold.done", target);
        }
        if (pack.full()) {
            return Reason.of("hold.full");
        }
        if (pack.near(target)) {
            return Reason.of("hold.done", target);
        }
        return at.isBefore(night.chargeUntil())
                ? Reason.of("hold.room", (int) situation.house().room())
                : Reason.of("hold.ends", night.chargeUntil());
    }

    /** By day, in the day mode. */
    static Reason day(OperatingMode mode, @Nullable Stretch peakHours) {
        return switch (mode) {
            case AUTO -> peakHours == null ? Reason.of("day.own") : auto(peakHours);
            case AI -> Reason.of("day.ai");
            case MANUAL -> Reason.of("day.manual");
            case PASSIVE, UPS -> Reason.of("day.own");
        };
    }

    private static Reason auto(Stretch hours) {
        var date = hours.day().date();
        var colour = hours.day().colour();
        if (colour == null) {
            return Reason.of("day.unknown", date);
        }
        var price = hours.eurPerKwh();
        return price == null
                ? Reason.of("day.dear", date, colour)
                : Reason.of("day.price", date, colour, price);
    }
}
