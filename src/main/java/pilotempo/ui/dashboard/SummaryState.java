package pilotempo.ui.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import pilotempo.history.HistoryHealth;
import pilotempo.live.FleetSnapshot;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Presence;
import pilotempo.ui.component.Tone;

/** How well the batteries answer and whether what they say is kept, ready to show. */
record SummaryState(
        String answering,
        String answered,
        String linkDetail,
        Tone recordingTone,
        String recording,
        String recordingDetail) {
    static SummaryState of(
            FleetSnapshot fleet, HistoryHealth history, Instant now, Language language) {
        var texts = language.texts();
        var formats = language.formats();
        long live =
                fleet.batteries().stream()
                        .filter(battery -> Presence.of(battery, now).counts())
                        .count();
        long sent = fleet.batteries().stream().mapToLong(battery -> battery.link().sent()).sum();
        long answered =
                fleet.batteries().stream().mapToLong(battery -> battery.link().answered()).sum();
        var slowest =
                fleet.batteries().stream()
                        .map(battery -> battery.link().p50())
                        .filter(Objects::nonNull)
                        .max(Duration::compareTo);
        var lastCommit = history.lastCommit();
        return new SummaryState(
                texts.get("link.answering", live, fleet.batteries().size()),
                sent == 0 ? Formats.UNKNOWN : formats.number(100.0 * answered / sent, 1),
                slowest.map(
                                median ->
                                        texts.get(
                                                "link.median",
                                                formats.number((double) median.toMillis(), 0)))
                        .orElse(""),
                history.recording() ? Tone.OK : Tone.ERROR,
                texts.get(history.recording() ? "recording.ok" : "recording.trouble"),
                !history.recording()
                        ? texts.get("recording.whatToDo")
                        : lastCommit == null
                                ? texts.get("recording.starting")
                                : texts.get("recording.last", formats.time(lastCommit)));
    }
}
