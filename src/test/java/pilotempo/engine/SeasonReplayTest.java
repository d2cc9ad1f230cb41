package pilotempo.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pilotempo.battery.Mac;
import pilotempo.battery.Observation;
import pilotempo.battery.Quantity;
import pilotempo.battery.Reading;
import pilotempo.control.LocalControl;
import pilotempo.history.History;
import pilotempo.history.LocalHistory;
import pilotempo.lifecycle.Lifecycle;
import pilotempo.lifecycle.ManualTime;
import pilotempo.live.FleetSnapshot;
import pilotempo.live.LiveState;
import pilotempo.settings.HistorySettings;
import pilotempo.settings.Settings;
import pilotempo.settings.TempoSettings;
import pilotempo.tempo.DemoSeason;
import pilotempo.tempo.Tariff;
import pilotempo.tempo.TempoClock;
import pilotempo.tempo.TempoSeason;
import pilotempo.tempo.source.ColourService;
import pilotempo.tempo.source.ShippedPrices;

/** Over a real database; the season is an invented one that keeps the contract's rules. */
class SeasonReplayTest {
    private static final TempoSeason SEASON = new TempoSeason(2024);

    @TempDir private Path data;

    private final Lifecycle parts = new Lifecycle();
    private final ManualTime manual = ManualTime.at("2025-11-25T11:00:00Z");
    private final TempoClock clock = new TempoClock(Settings.DEFAULT.zone());

    @SuppressWarnings("NullAway.Init") // opened before each test
    private History history;

    @BeforeEach
    void open() {
        history =
                parts.own(
                        LocalHistory.open(
                                data, HistorySettings.DEFAULT, clock.zone(), manual.time()));
    }

    @AfterEach
    void closeAll() {
        parts.close();
    }

    @Test
    void an_invented_house_stands_in_where_nothing_was_recorded_and_months_make_the_total()
            throws Exception {
        season();
        var told = new ArrayList<Steering.Progress>();

        var report = replay().run("tempo", SEASON, told::add);

        assertThat(report.recorded()).isFalse();
        assertThat(report.daysLeftOut()).isZero();
        assertThat(report.months()).hasSize(12);
        assertThat(report.total().redDays()).isEqualTo(22);
        assertThat(report.total().redDaysMet()).isEqualTo(22);
        assertThat(report.total().saved()).isGreaterThan(report.total().savedByAuto());
        assertThat(report.months().stream().map(month -> month.saved()).reduce((a, b) -> a.add(b)))
                .contains(report.total().saved());
        assertThat(told.getLast()).isEqualTo(new Steering.Progress(365, 365));
    }

    @Test
    void the_recorded_house_is_taken_where_the_meter_saw_most_of_it() throws Exception {
        season();
        var from = clock.startOf(LocalDate.parse("2025-10-01"));
        for (var at = clock.startOf(LocalDate.parse("2025-09-01"));
                at.isBefore(manual.time().now());
                at = at.plus(Duration.ofMinutes(5))) {
            history.store(reading(at, at.isBefore(from) ? 300 : 700));
        }
        history.flush();

        var report = replay().run("tempo", new TempoSeason(2025), _ -> {});

        assertThat(report.recorded()).isTrue();
        assertThat(report.to()).isEqualTo(LocalDate.parse("2025-11-25"));
        assertThat(report.total().days()).isBetween(84, 85);
    }

    @Test
    void what_can_not_be_replayed_is_refused_with_the_way_out() {
        assertThatThrownBy(() -> replay().run("tempo", SEASON, _ -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tempo.source");
        assertThatThrownBy(() -> replay().run("magic", SEASON, _ -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("tempo or peak-shift");
        assertThatThrownBy(() -> replay().run("tempo", new TempoSeason(2031), _ -> {}))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("has not begun");
    }

    private void season() throws InterruptedException {
        var book = new DemoSeason(7, LocalDate.parse("2025-01-14"), clock, manual.time().clock());
        history.colours().save(book.season(SEASON));
        history.colours().save(book.season(new TempoSeason(2025)));
        history.flush();
    }

    private SeasonReplay replay() {
        var colours =
                parts.own(
                        ColourService.open(
                                withoutSource(),
                                clock.zone(),
                                history.colours(),
                                manual.time(),
                                RandomGenerator.of("L64X128MixRandom")));
        var offer = ShippedPrices.offer(TempoSettings.DEFAULT);
        var control =
                parts.own(
                        new LocalControl(
                                _ -> Optional.empty(),
                                new LiveState(FleetSnapshot.EMPTY),
                                history,
                                clock.zone(),
                                manual.time()));
        return new SeasonReplay(
                () -> Settings.DEFAULT,
                () -> FleetSnapshot.EMPTY,
                history,
                colours,
                new Tariff(clock, offer, colours),
                control,
                manual.time()::now);
    }

    private static TempoSettings withoutSource() {
        var usual = TempoSettings.DEFAULT;
        return new TempoSettings(
                TempoSettings.Source.NONE,
                usual.rteBaseUrl(),
                Optional.empty(),
                Optional.empty(),
                usual.publicBaseUrl(),
                Optional.empty(),
                usual.offer(),
                usual.prices(),
                Optional.empty(),
                usual.exportPrice());
    }

    private static Reading reading(Instant at, double meterW) {
        return new Reading(
                new Mac("02005e000001"),
                at,
                Observation.builder()
                        .number(Quantity.ONGRID_POWER_W, 0.0)
                        .number(Quantity.METER_POWER_W, meterW)
                        .build());
    }
}
