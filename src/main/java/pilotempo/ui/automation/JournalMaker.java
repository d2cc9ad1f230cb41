package pilotempo.ui.automation;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import pilotempo.battery.Mac;
import pilotempo.history.JournalEntry;
import pilotempo.history.JournalEntry.Result;
import pilotempo.ui.automation.JournalRow.Detail;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/** Tells the journal in the user's words. Pure. */
final class JournalMaker {
    /** Every command is decided within 60 s; what is open longer was cut off. */
    private static final Duration DECIDED_WITHIN = Duration.ofMinutes(2);

    private final ActionWords words;
    private final CommandWords commands;
    private final Texts texts;

    JournalMaker(ActionWords words) {
        this.words = words;
        this.texts = words.texts();
        this.commands = new CommandWords(texts, words.formats());
    }

    List<JournalRow> rows(List<JournalEntry> newestFirst, Map<Mac, String> names, Instant now) {
        return newestFirst.stream().map(entry -> row(entry, names, now)).toList();
    }

    private JournalRow row(JournalEntry entry, Map<Mac, String> names, Instant now) {
        var command = commands.of(entry.command());
        return new JournalRow(
                entry.id(),
                time(entry.at(), now),
                names.getOrDefault(entry.battery(), entry.battery().withColons()),
                entry.sends() > 1 ? texts.get("journal.again", command, entry.sends()) : command,
                author(entry.author()),
                tone(entry, now),
                result(entry, now),
                details(entry, now));
    }

    private String time(Instant at, Instant now) {
        var formats = words.formats();
        var date = at.atZone(formats.zone()).toLocalDate();
        var today = now.atZone(formats.zone()).toLocalDate();
        if (date.equals(today)) {
            return seconds(at);
        }
        return date.equals(today.minusDays(1))
                ? texts.get("journal.yesterday", formats.time(at))
                : formats.shortDate(date) + " " + formats.time(at);
    }

    private String seconds(Instant at) {
        return DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(words.formats().zone()));
    }

    private String author(JournalEntry.Author author) {
        return texts.get("author." + author.word());
    }

    private static boolean cutOff(JournalEntry entry, Instant now) {
        return entry.result() == Result.PENDING && entry.at().plus(DECIDED_WITHIN).isBefore(now);
    }

    private static Tone tone(JournalEntry entry, Instant now) {
        return switch (entry.result()) {
            case VERIFIED -> Tone.OK;
            case PARTLY, ACKNOWLEDGED, DROPPED -> Tone.ATTENTION;
            case REFUSED, LOST, IGNORED, REVERSED, NOT_SENT -> Tone.ERROR;
            case PENDING -> cutOff(entry, now) ? Tone.ATTENTION : Tone.STALE;
        };
    }

    private String result(JournalEntry entry, Instant now) {
        return cutOff(entry, now)
                ? texts.get("result.cut")
                : texts.get("result." + entry.result().word());
    }

    private List<Detail> details(JournalEntry entry, Instant now) {
        var formats = words.formats();
        var details = new ArrayList<Detail>();
        if (entry.author() == JournalEntry.Author.SAFETY) {
            details.add(detail("why", texts.get("why.safety")));
        } else if (!entry.why().isBlank()) {
            details.add(detail("why", entry.why()));
        }
        var date = formats.shortDate(entry.at().atZone(formats.zone()).toLocalDate());
        details.add(detail("sent", date + " " + seconds(entry.at())));
        details.add(detail("author", author(entry.author())));
        var until = entry.until();
        if (until != null) {
            details.add(detail("until", words.moment(until, now)));
        }
        if (entry.sends() > 0) {
            details.add(detail("sends", formats.number((double) entry.sends(), 0)));
        }
        var latency = entry.latency();
        if (latency != null) {
            details.add(detail("latency", formats.duration(latency)));
        }
        details.add(
                detail(
                        "meaning",
                        texts.get(
                                cutOff(entry, now)
                                        ? "meaning.cut"
                                        : "meaning." + entry.result().word())));
        if (!entry.detail().isBlank()) {
            details.add(detail("device", entry.detail()));
        }
        return details;
    }

    private Detail detail(String key, String value) {
        return new Detail(texts.get("detail." + key), value);
    }
}
