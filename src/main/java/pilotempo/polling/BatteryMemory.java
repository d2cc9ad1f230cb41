package pilotempo.polling;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pilotempo.battery.Device;
import pilotempo.battery.Mac;
import pilotempo.history.History;
import pilotempo.history.KnownBattery;
import pilotempo.lifecycle.Time;
import pilotempo.marstek.LineState;
import pilotempo.marstek.Query;
import pilotempo.settings.BatterySettings;

/**
 * What is known of a battery from one run to the next: who it is, and what its firmware does not
 * answer. Written by the battery's own thread; {@link #mac} may be read by any.
 */
final class BatteryMemory {
    private static final Logger LOG = LoggerFactory.getLogger(BatteryMemory.class);

    /** The day, in UTC, on which a battery last heard its meter. */
    private static final String METER_HEARD = "meter-heard.";

    private static final int METER_DAYS = 7;

    private final BatterySettings battery;
    private final History history;
    private final Time time;
    private final UnsupportedMethods unsupported;
    private volatile @Nullable KnownBattery remembered;
    private int firmware;
    private @Nullable LocalDate meterHeard;

    BatteryMemory(
            BatterySettings battery, Optional<KnownBattery> known, History history, Time time) {
        this.battery = battery;
        this.history = history;
        this.time = time;
        this.unsupported =
                new UnsupportedMethods(known.map(KnownBattery::unsupported).orElse(Set.of()));
        this.remembered = known.orElse(null);
        this.firmware = known.map(KnownBattery::firmware).orElse(0);
    }

    /** Who it was in an earlier run, or is in this one. */
    Optional<Mac> mac() {
        return Optional.ofNullable(remembered).map(KnownBattery::mac);
    }

    /** Whether it heard its meter within the last week: one taken away for good is not missed. */
    boolean hadMeter() {
        var today = today();
        return mac().flatMap(mac -> history.facts().get(METER_HEARD + mac.hex()))
                .flatMap(BatteryMemory::date)
                .filter(day -> day.isAfter(today.minusDays(METER_DAYS)) && !day.isAfter(today))
                .isPresent();
    }

    /** It hears its meter. */
    void meterHeard() {
        var today = today();
        if (!today.equals(meterHeard)) {
            mac().ifPresent(
                            mac -> {
                                history.facts().keep(METER_HEARD + mac.hex(), today.toString());
                                meterHeard = today;
                            });
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(time.now(), ZoneOffset.UTC);
    }

    private static Optional<LocalDate> date(String kept) {
        try {
            return Optional.of(LocalDate.parse(kept));
        } catch (DateTimeParseException foreign) {
            return Optional.empty();
        }
    }

    boolean answers(Query query) {
        return !unsupported.contains(query);
    }

    void answered(Query query) {
        unsupported.answered(query);
    }

    /** The device says that it does not know the question. */
    void denied(Query query) {
        if (unsupported.denied(query)) {
            LOG.info(
                    "{} does not know {}: no longer asked with this firmware",
                    battery.id(),
                    query.method());
        }
    }

    /** It was silent on these in a round in which it answered others. */
    void silentOn(List<Query> queries) {
        for (var query : unsupported.silentAmongAnswers(queries)) {
            LOG.info(
                    "{} never answers {}: no longer asked with this firmware",
                    battery.id(),
                    query.method());
        }
    }

    /** What it says it is now, whoever asked; other firmware may answer what the old did not. */
    void identified(Device device) {
        if (firmware != 0 && firmware != device.firmware()) {
            LOG.info("{} has new firmware {}, was {}", battery.id(), device.firmware(), firmware);
            unsupported.forget();
        }
        firmware = device.firmware();
    }

    /** Keeps what has changed. */
    void keep(LineState line) {
        line.mac().ifPresent(mac -> keep(mac, line.device()));
    }

    private void keep(Mac mac, Optional<Device> device) {
        var before = remembered;
        var now =
                new KnownBattery(
                        mac,
                        battery.id(),
                        battery.name(),
                        device.map(Device::model).orElse(""),
                        device.map(Device::firmware).orElse(0),
                        unsupported.methods(),
                        before == null ? time.now() : before.firstSeen());
        if (!now.equals(before)) {
            history.remember(now);
            remembered = now;
        }
    }
}
