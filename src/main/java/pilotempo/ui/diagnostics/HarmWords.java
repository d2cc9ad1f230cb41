package pilotempo.ui.diagnostics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import pilotempo.live.Harm;
import pilotempo.live.HarmSign;
import pilotempo.live.RestTest;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;

/** What the harm guard sees and does, in words. */
record HarmWords(Texts texts, Formats formats, Instant now) {
    /** Signs, what is done about them, and what a rest showed; empty when there is nothing. */
    List<String> sentences(Harm harm) {
        var sentences = new ArrayList<String>();
        if (!harm.lastHour().isEmpty()) {
            var signs = new ArrayList<String>();
            for (var sign : HarmSign.values()) {
                var times = harm.lastHour().get(sign);
                if (times != null) {
                    signs.add(texts.get("harm." + word(sign), times));
                }
            }
            sentences.add(texts.get("harm.signs", String.join(", ", signs)));
        }
        var cause = harm.cause();
        if (harm.slowing() > 1 && cause != null) {
            var why = texts.get("harm.cause." + word(cause));
            sentences.add(texts.get("harm.slowed", harm.slowing(), why));
        }
        var rest = harm.rest();
        if (rest != null) {
            sentences.add(rest(rest));
        }
        return List.copyOf(sentences);
    }

    Check.Rest rest(Harm harm) {
        var rest = harm.rest();
        return rest != null && rest.runsAt(now) ? Check.Rest.RUNNING : Check.Rest.OFFERED;
    }

    private String rest(RestTest rest) {
        var verdict = rest.verdict();
        if (verdict == null) {
            return rest.runsAt(now)
                    ? texts.get("rest.runs", formats.time(rest.until()))
                    : texts.get("rest.compares");
        }
        return texts.get(
                "rest." + verdict.name().toLowerCase(Locale.ROOT), formats.time(rest.from()));
    }

    private static String word(HarmSign sign) {
        return sign.name().toLowerCase(Locale.ROOT);
    }
}
