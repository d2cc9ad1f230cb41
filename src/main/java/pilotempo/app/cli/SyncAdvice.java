package pilotempo.app.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import pilotempo.sync.SyncState;

/** What there is to say about the sync, and how much it matters. */
record SyncAdvice(Weight weight, String sentence) {
    private static final Duration LATE = Duration.ofHours(1);

    /** How much it matters. */
    enum Weight {
        GOOD,
        WORTH_KNOWING,
        BAD
    }

    /** All there is to say, the most important first. */
    static List<SyncAdvice> of(SyncState state, Instant now) {
        var all = new ArrayList<SyncAdvice>();
        state.problem()
                .ifPresentOrElse(
                        problem -> all.add(new SyncAdvice(Weight.BAD, problem.sentence())),
                        () -> all.add(new SyncAdvice(Weight.GOOD, reached(state))));
        if (state.pendingRows() > 0) {
            boolean late =
                    state.oldestPending()
                            .map(oldest -> Duration.between(oldest, now).compareTo(LATE) > 0)
                            .orElse(false);
            all.add(
                    new SyncAdvice(
                            late ? Weight.WORTH_KNOWING : Weight.GOOD,
                            state.pendingRows()
                                    + " rows wait"
                                    + state.oldestPending()
                                            .map(oldest -> ", the oldest of " + oldest)
                                            .orElse("")));
        }
        if (state.rejectedRows() > 0) {
            all.add(
                    new SyncAdvice(
                            Weight.WORTH_KNOWING,
                            state.rejectedRows()
                                    + " rows were refused by the server and set aside here: the log"
                                    + " says why"));
        }
        state.jobsProblem().ifPresent(jobs -> all.add(new SyncAdvice(Weight.BAD, jobs.sentence())));
        all.add(protection(state));
        return all;
    }

    private static String reached(SyncState state) {
        return state.place() + (state.version().isEmpty() ? "" : " answers, " + state.version());
    }

    private static SyncAdvice protection(SyncState state) {
        var words =
                switch (state.encryption()) {
                    case NONE -> "the connection is not encrypted (sslmode=disable)";
                    case PERHAPS ->
                            "the connection may be plain text: nothing asks for more (sslmode)";
                    case UNVERIFIED ->
                            "the connection is encrypted, but anybody may play the server"
                                    + " (sslmode=require)";
                    case ISSUER_VERIFIED ->
                            "the server's certificate is checked, its name is not"
                                    + " (sslmode=verify-ca)";
                    case VERIFIED -> "";
                };
        return words.isEmpty()
                ? new SyncAdvice(Weight.GOOD, "encrypted, the server is who it says")
                : new SyncAdvice(
                        Weight.WORTH_KNOWING,
                        words + ": set sslmode=verify-full and sslrootcert in database.url");
    }
}
