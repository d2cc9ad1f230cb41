package pilotempo.ui.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import pilotempo.alert.AlertWords;
import pilotempo.alert.ChannelState;
import pilotempo.history.AlertEntry;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/**
 * What the Alerts page shows; pure.
 *
 * @param lasting alerts that last, the urgent first
 * @param over alerts that are over, newest first
 * @param channels the ways to people
 */
record AlertsState(List<Row> lasting, List<Row> over, List<ChannelRow> channels) {
    /** Copies the lists. */
    AlertsState {
        lasting = List.copyOf(lasting);
        over = List.copyOf(over);
        channels = List.copyOf(channels);
    }

    /**
     * One alert.
     *
     * @param tone {@code ERROR} = urgent, {@code ATTENTION}, {@code IDLE} = only news, {@code
     *     PLAIN} = over
     * @param when since when, or from when to when
     * @param seen whether somebody acknowledged it
     */
    record Row(
            UUID id,
            Tone tone,
            String title,
            String sentence,
            String advice,
            String when,
            boolean seen) {}

    /**
     * One way to people.
     *
     * @param name its name
     * @param tone {@code OK}, {@code ATTENTION} = trouble, {@code PLAIN} = not configured
     * @param state in a word
     * @param detail more, a sentence
     */
    record ChannelRow(String name, Tone tone, String state, String detail) {}

    static AlertsState of(
            List<AlertEntry> open,
            List<AlertEntry> newest,
            List<ChannelState> channels,
            AlertWords words,
            Texts texts,
            Formats formats,
            Instant now) {
        var maker = new Maker(words, texts, formats, now);
        return new AlertsState(
                open.stream().map(maker::lasting).toList(),
                newest.stream()
                        .filter(alert -> alert.resolvedAt() != null)
                        .map(maker::over)
                        .toList(),
                channels.stream().map(maker::channel).toList());
    }

    private record Maker(AlertWords words, Texts texts, Formats formats, Instant now) {
        Row lasting(AlertEntry alert) {
            var text = words.begun(alert);
            var since = positive(Duration.between(alert.raisedAt(), now));
            return new Row(
                    alert.id(),
                    tone(alert),
                    text.title(),
                    text.sentence(),
                    text.advice(),
                    texts.get("since", moment(alert.raisedAt()), formats.duration(since)),
                    alert.seen());
        }

        Row over(AlertEntry alert) {
            var text = words.begun(alert);
            var end = Objects.requireNonNull(alert.resolvedAt());
            var lasted = positive(Duration.between(alert.raisedAt(), end));
            return new Row(
                    alert.id(),
                    Tone.PLAIN,
                    text.title(),
                    text.sentence(),
                    "",
                    texts.get("lasted", moment(alert.raisedAt()), formats.duration(lasted)),
                    alert.seen());
        }

        private static Tone tone(AlertEntry alert) {
            return alert.urgent()
                    ? Tone.ERROR
                    : AlertWords.isNews(alert) ? Tone.IDLE : Tone.ATTENTION;
        }

        ChannelRow channel(ChannelState channel) {
            var name = texts.get("channel." + channel.name());
            var problem = channel.problem();
            if (problem != null) {
                return new ChannelRow(name, Tone.ATTENTION, texts.get("channel.trouble"), problem);
            }
            return channel.configured()
                    ? new ChannelRow(
                            name,
                            Tone.OK,
                            texts.get("channel.ready"),
                            sent(channel.lastSent(), channel.waiting()))
                    : new ChannelRow(
                            name, Tone.PLAIN, texts.get("channel.off"), texts.get("channel.how"));
        }

        private String sent(@Nullable Instant last, int waiting) {
            var told =
                    last == null
                            ? texts.get("channel.never")
                            : texts.get("channel.last", moment(last));
            return waiting == 0 ? told : told + " " + texts.get("channel.waiting", waiting);
        }

        private String moment(Instant at) {
            var date = at.atZone(formats.zone()).toLocalDate();
            boolean today = date.equals(now.atZone(formats.zone()).toLocalDate());
            return today ? formats.time(at) : formats.shortDate(date) + ", " + formats.time(at);
        }

        private static Duration positive(Duration duration) {
            return duration.isNegative() ? Duration.ZERO : duration;
        }
    }
}
