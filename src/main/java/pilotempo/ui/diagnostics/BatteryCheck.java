package pilotempo.ui.diagnostics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilotempo.live.BatteryState;
import pilotempo.live.LinkHealth;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;

/** Puts a battery's diagnosis in words: what it means, and what to do step by step. */
record BatteryCheck(Texts texts, Formats formats, Instant now) {

    Check of(BatteryState battery) {
        return switch (battery.link().diagnosis()) {
            case STARTING ->
                    check(battery, Tone.PLAIN, texts.get("starting.title"), "starting.what", "");
            case GOOD -> check(battery, Tone.OK, answers(battery), "good.what", "");
            case LOSSY ->
                    check(
                            battery,
                            Tone.ATTENTION,
                            texts.get("lossy.title"),
                            "lossy.what",
                            "lossy.steps");
            case BUSY ->
                    check(
                            battery,
                            Tone.ATTENTION,
                            texts.get("busy.title"),
                            "busy.what",
                            "busy.steps");
            case SILENT ->
                    check(battery, Tone.ATTENTION, silent(battery), "silent.what", "silent.steps");
            case UNREACHABLE ->
                    check(
                            battery,
                            Tone.ERROR,
                            texts.get("unreachable.title"),
                            "unreachable.what",
                            "unreachable.steps");
            case STRANGER ->
                    check(
                            battery,
                            Tone.ERROR,
                            texts.get("stranger.title"),
                            "stranger.what",
                            "stranger.steps");
            case UNRESOLVED ->
                    check(
                            battery,
                            Tone.ERROR,
                            texts.get("unresolved.title"),
                            "unresolved.what",
                            "unresolved.steps");
            case NOT_FOUND ->
                    check(
                            battery,
                            Tone.ATTENTION,
                            texts.get("notfound.title"),
                            "notfound.what",
                            "notfound.steps");
        };
    }

    private Check check(
            BatteryState battery, Tone tone, String finding, String what, String steps) {
        var port = Integer.toString(battery.port());
        var host = battery.host() == null ? Formats.UNKNOWN : battery.host();
        var words = new StringBuilder(texts.get(what, host, port));
        var link = battery.link();
        if (link.riskyFirmware()) {
            words.append(' ').append(texts.get("risky"));
        }
        if (link.ephemeralPort()) {
            words.append(' ').append(texts.get("ephemeral", port));
        }
        var harm = new HarmWords(texts, formats, now);
        harm.sentences(link.harm()).forEach(sentence -> words.append(' ').append(sentence));
        boolean fragile = link.riskyFirmware() || link.ephemeralPort() || link.harm().slowing() > 1;
        return new Check(
                battery.id(),
                fragile ? worse(tone) : tone,
                battery.name(),
                fragile && tone == Tone.OK ? weakness(link) : finding,
                words.toString(),
                steps(link, steps.isEmpty() ? "" : texts.get(steps, host, port)),
                List.of(),
                harm.rest(link.harm()));
    }

    /** Why a battery that answers is not quite well. */
    private String weakness(LinkHealth link) {
        if (link.harm().slowing() > 1) {
            return texts.get("harm.title");
        }
        return texts.get(link.riskyFirmware() ? "risky.title" : "ephemeral.title");
    }

    private List<String> steps(LinkHealth link, String first) {
        var steps = new ArrayList<String>(first.lines().toList());
        if (link.riskyFirmware()) {
            steps.add(texts.get("risky.step"));
        }
        if (link.ephemeralPort()) {
            steps.add(texts.get("ephemeral.step"));
        }
        if (link.harm().slowing() > 1) {
            steps.addAll(texts.get("harm.steps").lines().toList());
        }
        return List.copyOf(steps);
    }

    /** A battery that answers is not quite well with firmware or a port that may let it down. */
    private static Tone worse(Tone tone) {
        return tone == Tone.OK ? Tone.ATTENTION : tone;
    }

    private String answers(BatteryState battery) {
        var latency = battery.link().p50();
        return latency == null
                ? texts.get("good.title")
                : texts.get(
                        "good.title.latency",
                        texts.get("link.ms", formats.number((double) latency.toMillis(), 0)));
    }

    private String silent(BatteryState battery) {
        var last = battery.link().lastAnswer();
        return texts.get("silent.title", last == null ? Formats.UNKNOWN : formats.time(last));
    }
}
