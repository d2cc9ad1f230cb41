package pilotempo.cost;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import pilotempo.battery.Reading;
import pilotempo.history.History;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Time;
import pilotempo.live.FleetSnapshot;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.ColourBook;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoOffer;
import pilotempo.tempo.source.ShippedPrices;

/** Costs over a real database. */
final class RecordedCosts implements AutoCloseable {
    static final TempoClock CLOCK = new TempoClock(ZoneId.of("Europe/Paris"));
    static final TempoOffer OFFER = ShippedPrices.offer(TempoSettings.DEFAULT);

    private final History history;
    private final Costs costs;

    private RecordedCosts(History history, ColourBook colours, BigDecimal exportPrice) {
        this.history = history;
        costs = costs(history, colours, exportPrice);
    }

    /** With the readings recorded. */
    static RecordedCosts of(
            Path folder, List<Reading> readings, ColourBook colours, String exportPrice)
            throws InterruptedException {
        var settings = new HistorySettings(Duration.ofSeconds(5), Optional.empty());
        var history = LocalHistory.open(folder, settings, CLOCK.zone(), Time.system());
        readings.forEach(history::store);
        history.flush();
        return new RecordedCosts(history, colours, new BigDecimal(exportPrice));
    }

    /** The same recording, with other knowledge of colours. */
    CostReport report(ColourBook other, CostQuery query) throws InterruptedException {
        return costs(history, other, BigDecimal.ZERO).report(query);
    }

    CostReport by(CostQuery.By by) throws InterruptedException {
        return costs.report(new CostQuery(null, null, by));
    }

    CostReport days(String from, String to, CostQuery.By by) throws InterruptedException {
        return costs.report(CostQuery.days(CLOCK, LocalDate.parse(from), LocalDate.parse(to), by));
    }

    CostReport instants(String from, String to) throws InterruptedException {
        return costs.report(
                new CostQuery(Instant.parse(from), Instant.parse(to), CostQuery.By.DAY));
    }

    private static Costs costs(History history, ColourBook colours, BigDecimal exportPrice) {
        return new LedgerCosts(
                history,
                CLOCK,
                new Tariff(CLOCK, OFFER, colours),
                exportPrice,
                () -> FleetSnapshot.EMPTY,
                () -> Instant.parse("2026-01-06T18:42:00Z"));
    }

    @Override
    public void close() {
        history.close();
    }
}
