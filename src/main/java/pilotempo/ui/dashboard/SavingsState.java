package pilotempo.ui.dashboard;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import pilotempo.cost.CostQuery;
import pilotempo.cost.CostReport;
import pilotempo.cost.StoredEnergy;
import pilotempo.engine.Engine;
import pilotempo.live.BatteryState;
import pilotempo.live.FleetSnapshot;
import pilotempo.tempo.TempoClock;
import pilotempo.ui.component.Formats;

/**
 * What the batteries saved today, and what they hold for later, ready to show. Money in EUR without
 * its unit, energy in kWh without its unit, "—" where unknown.
 *
 * @param month the month's sum with its name; empty where there is none
 * @param storedFor which day it is stored for
 * @param worth what is stored is worth, in words
 * @param note what has to be said; may be empty
 * @param brief all of it in a line
 */
record SavingsState(
        String saved,
        String month,
        String storedFor,
        String stored,
        String worth,
        String note,
        String brief) {
    /** Before the first answer. */
    static SavingsState loading(Language language) {
        return nothing("", language);
    }

    /** The history can't be read. */
    static SavingsState failed(Language language) {
        return nothing(language.texts().get("savings.failed"), language);
    }

    private static SavingsState nothing(String note, Language language) {
        var stored = language.texts().get("stored.tomorrow");
        return new SavingsState(Formats.UNKNOWN, "", stored, Formats.UNKNOWN, "", note, note);
    }

    /** The question to the engine, to be asked off the FX thread. */
    static Callable<SavingsState> question(Engine engine, Language language) {
        return () -> {
            var today = engine.tariff().today().date();
            var query =
                    CostQuery.days(
                            new TempoClock(engine.zone()),
                            today.withDayOfMonth(1),
                            today.plusDays(1),
                            CostQuery.By.DAY);
            return of(engine.cost(query), engine.stored(), today, engine.fleet(), language);
        };
    }

    /**
     * From a month's days.
     *
     * @param today the running Tempo day
     */
    static SavingsState of(
            CostReport month,
            StoredEnergy stored,
            LocalDate today,
            FleetSnapshot fleet,
            Language language) {
        var row = month.rows().stream().filter(one -> one.from().equals(today)).findFirst();
        var saved = row.map(one -> one.line().all().saved()).orElse(null);
        var formats = language.formats();
        var texts = language.texts();
        boolean later = stored.day().isAfter(today);
        return new SavingsState(
                formats.euros(saved),
                month(month, today, language),
                texts.get(later ? "stored.tomorrow" : "stored.today"),
                formats.kwh(stored.wh()),
                worth(stored, fleet, language),
                note(row.isPresent(), saved, stored, later, language),
                brief(saved, stored, language));
    }

    private static String month(CostReport month, LocalDate today, Language language) {
        if (month.rows().isEmpty()) {
            return "";
        }
        var formats = language.formats();
        var known =
                month.rows().stream()
                        .map(row -> row.line().all().saved())
                        .filter(Objects::nonNull)
                        .reduce(BigDecimal.ZERO, BigDecimal::add);
        var name = DateTimeFormatter.ofPattern("LLLL", formats.locale()).format(today);
        var sum = language.texts().get("savings.month", name, formats.eurosWithUnit(known));
        int unpriced = month.daysUnpriced().size();
        return unpriced == 0 ? sum : sum + ", " + language.texts().get("savings.without", unpriced);
    }

    private static String worth(StoredEnergy stored, FleetSnapshot fleet, Language language) {
        var texts = language.texts();
        if (stored.wh() == null) {
            return texts.get("stored.levelUnknown");
        }
        var worth =
                stored.worth() == null
                        ? texts.get("stored.worthUnknown")
                        : texts.get(
                                "stored.worth", language.formats().eurosWithUnit(stored.worth()));
        if (stored.leftOut().isEmpty()) {
            return worth;
        }
        var names =
                stored.leftOut().stream()
                        .map(id -> fleet.battery(id).map(BatteryState::name).orElse(id))
                        .collect(Collectors.joining(", "));
        return worth + " · " + texts.get("stored.leftOut", names);
    }

    private static String note(
            boolean recorded,
            @Nullable BigDecimal saved,
            StoredEnergy stored,
            boolean later,
            Language language) {
        var texts = language.texts();
        if (!recorded) {
            return texts.get("savings.nothing");
        }
        if (saved == null) {
            return texts.get("savings.unpriced");
        }
        if (saved.signum() >= 0) {
            return "";
        }
        boolean serves = later && stored.worth() != null && stored.worth().signum() > 0;
        return texts.get(serves ? "savings.eve" : "savings.costs");
    }

    private static String brief(
            @Nullable BigDecimal saved, StoredEnergy stored, Language language) {
        var texts = language.texts();
        var formats = language.formats();
        var parts = new ArrayList<String>();
        if (saved != null) {
            parts.add(
                    saved.signum() < 0
                            ? texts.get("brief.paid", formats.eurosWithUnit(saved.negate()))
                            : texts.get("brief.saved", formats.eurosWithUnit(saved)));
        }
        if (stored.wh() != null) {
            var wh = formats.kwhWithUnit(stored.wh());
            parts.add(
                    stored.worth() == null
                            ? texts.get("brief.stored", wh)
                            : texts.get(
                                    "brief.storedWorth",
                                    wh,
                                    formats.eurosWithUnit(stored.worth())));
        }
        return String.join(" · ", parts);
    }
}
