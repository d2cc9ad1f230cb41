package pilotempo.tempo.source;

import pilotempo.tempo.source.ColourProblem.Kind;

/** A source told nothing. The message is a sentence for people and holds no secret. */
final class TempoUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    TempoUnavailable(Kind kind, String sentence) {
        super(sentence);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
