package pilotempo.ui.shell;

import java.time.Duration;
import java.time.Instant;
import pilotempo.history.HistoryHealth;
import pilotempo.sync.SyncState;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;

/**
 * Whether readings are kept, here and at the server, in a few words; pure.
 *
 * @param tone {@code PLAIN}, {@code STALE} (they wait), {@code ATTENTION} or {@code ERROR}
 * @param words for the desktop
 * @param brief for where there is little room; may be empty
 */
record KeptState(Tone tone, String words, String brief) {
    /** Rows that are younger are on their way, not late. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    static KeptState of(
            HistoryHealth history, SyncState sync, Instant now, Formats formats, Texts texts) {
        if (!history.recording()) {
            var words = texts.get("header.notRecorded");
            return new KeptState(Tone.ERROR, words, words);
        }
        if (history.notice() != null) {
            var words = texts.get("header.begunAnew");
            return new KeptState(Tone.ATTENTION, words, words);
        }
        if (!sync.configured()) {
            return new KeptState(Tone.PLAIN, texts.get("header.recorded"), "");
        }
        var age =
                sync.oldestPending()
                        .map(oldest -> Duration.between(oldest, now))
                        .filter(waited -> !waited.isNegative())
                        .orElse(Duration.ZERO);
        boolean waits = sync.pendingRows() > 0 && age.compareTo(ON_ITS_WAY) >= 0;
        var rows = formats.number((double) sync.pendingRows(), 0);
        if (sync.problem().isPresent()) {
            var why = sync.problem().get().kind();
            var words = new Words(formats);
            var sentence = capitalised(words.sync(why));
            return new KeptState(
                    Tone.ATTENTION,
                    waits ? sentence + " · " + formats.duration(age) : sentence,
                    words.syncBrief(why));
        }
        if (waits) {
            return new KeptState(
                    Tone.STALE,
                    texts.get("header.pending", rows, formats.duration(age)),
                    texts.get("header.pendingShort", rows));
        }
        return sync.phase() == SyncState.Phase.CONNECTING
                ? new KeptState(
                        Tone.PLAIN, texts.get("header.connecting"), texts.get("header.syncedShort"))
                : new KeptState(
                        Tone.PLAIN, texts.get("header.synced"), texts.get("header.syncedShort"));
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
