package pilotempo.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import pilotempo.history.HistoryHealth;
import pilotempo.live.BatteryState;
import pilotempo.live.Diagnosis;
import pilotempo.live.FleetSnapshot;
import pilotempo.sync.SyncState;
import pilotempo.tempo.DayColour;
import pilotempo.tempo.TariffView;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/** What the header says beside the title, ready to show; pure. */
record HeaderState(
        DayColour today,
        DayColour tomorrow,
        String tomorrowNote,
        Tone freshness,
        String freshnessWords,
        String freshnessShort,
        KeptState kept) {
    /** Until then tomorrow's colour is not late: it is published shortly before. */
    private static final LocalTime PUBLISHED_BY = LocalTime.of(11, 0);

    private record Freshness(Tone tone, String words, String brief) {}

    static HeaderState of(
            FleetSnapshot fleet,
            TariffView tariff,
            HistoryHealth history,
            SyncState sync,
            Instant now,
            Formats formats,
            Texts texts) {
        var freshness = freshness(fleet, now, formats, texts);
        var tomorrow = tariff.tomorrow();
        var local = now.atZone(formats.zone()).toLocalTime();
        return new HeaderState(
                tariff.today(),
                tomorrow,
                tomorrow.colour() == null && local.isBefore(PUBLISHED_BY)
                        ? texts.get("header.tomorrowFrom")
                        : "",
                freshness.tone,
                freshness.words,
                freshness.brief,
                KeptState.of(history, sync, now, formats, texts));
    }

    private static Freshness freshness(
            FleetSnapshot fleet, Instant now, Formats formats, Texts texts) {
        int silent = 0;
        int late = 0;
        int waiting = 0;
        var oldest = Duration.ZERO;
        var silentFor = Duration.ZERO;
        for (var battery : fleet.batteries()) {
            var age = age(battery, now);
            switch (Presence.of(battery, now)) {
                case LIVE -> oldest = longer(oldest, age);
                case LATE -> {
                    late++;
                    oldest = longer(oldest, age);
                }
                case SILENT -> {
                    silent++;
                    silentFor = longer(silentFor, age);
                }
                case UNSEEN -> {
                    if (battery.link().diagnosis() == Diagnosis.STARTING) {
                        waiting++;
                    } else {
                        silent++;
                    }
                }
            }
        }
        int all = fleet.batteries().size();
        if (all == 0) {
            return same(Tone.UNKNOWN, texts.get("header.noBattery"));
        }
        if (silent == all) {
            return new Freshness(
                    Tone.ERROR,
                    texts.get("header.noAnswer"),
                    texts.get("header.noAnswerShort", all));
        }
        if (silent > 0) {
            var brief = texts.get("header.silent", silent);
            return new Freshness(
                    Tone.ATTENTION,
                    silentFor.isZero() ? brief : brief + " · " + formats.age(silentFor),
                    brief);
        }
        if (late > 0) {
            return new Freshness(
                    Tone.STALE, texts.get("header.late", formats.age(oldest)), formats.age(oldest));
        }
        if (waiting > 0) {
            return same(
                    Tone.UNKNOWN,
                    waiting == all
                            ? texts.get("header.waiting")
                            : texts.get("header.someWaiting", waiting));
        }
        return new Freshness(
                Tone.OK, texts.get("header.upToDate", formats.age(oldest)), formats.age(oldest));
    }

    private static Freshness same(Tone tone, String words) {
        return new Freshness(tone, words, words);
    }

    private static Duration age(BatteryState battery, Instant now) {
        var at = battery.at();
        return at == null || at.isAfter(now) ? Duration.ZERO : Duration.between(at, now);
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
