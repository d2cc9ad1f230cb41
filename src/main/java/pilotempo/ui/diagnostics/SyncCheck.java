package pilotempo.ui.diagnostics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pilotempo.sync.JobsProblem;
import pilotempo.sync.ServerKind;
import pilotempo.sync.SyncProblem;
import pilotempo.sync.SyncState;
import pilotempo.sync.SyncState.Encryption;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.component.Words;
import pilotempo.ui.diagnostics.DiagnosticsState.Fact;

/** Puts the way to the server in words: what waits, what protects it, what is wrong. Pure. */
record SyncCheck(Texts texts, Formats formats) {
    Check of(SyncState sync, Instant now) {
        boolean problem = sync.problem().isPresent();
        boolean jobs = sync.jobsProblem().isPresent();
        boolean rejected = sync.rejectedRows() > 0;
        boolean warned = problem || jobs || rejected || !warning(sync.encryption()).isEmpty();
        var tone =
                warned
                        ? Tone.ATTENTION
                        : sync.phase() == SyncState.Phase.CONNECTING ? Tone.PLAIN : Tone.OK;
        var what =
                Stream.of(
                                sync.problem().map(why -> problem(why, sync.place())).orElse(""),
                                sync.jobsProblem().map(this::jobs).orElse(""),
                                rejected ? texts.get("sync.rejected.what") : "",
                                warning(sync.encryption()))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining("\n"));
        var steps =
                warning(sync.encryption()).isEmpty()
                        ? List.<String>of()
                        : List.of(texts.get("sync.encryption.steps"));
        return new Check(
                Check.SYNC,
                tone,
                texts.get("sync.title"),
                finding(sync),
                what,
                steps,
                facts(sync, now));
    }

    /** The server's own words stand behind ours, in its own language. */
    private String problem(SyncProblem why, String place) {
        var key = "sync.why." + why.kind().name().toLowerCase(Locale.ROOT);
        var words = why.detail().isEmpty() ? "" : " (" + why.detail() + ")";
        return texts.get("sync.problem.what", texts.get(key, place) + words);
    }

    private String jobs(JobsProblem why) {
        var key = "sync.jobs." + why.kind().name().toLowerCase(Locale.ROOT);
        if (why.kind() == JobsProblem.Kind.OUT_OF_REACH) {
            return texts.get(key, why.detail());
        }
        var words = texts.get(key, why.jobs(), why.name(), why.failures());
        return why.runHere() ? words + " " + texts.get("sync.jobs.here") : words;
    }

    /** The worst first. */
    private String finding(SyncState sync) {
        var rows = rows(sync);
        if (sync.problem().isPresent()) {
            return new Words(formats).sync(sync.problem().get().kind());
        }
        if (sync.jobsProblem().isPresent()) {
            return texts.get("sync.jobs");
        }
        if (sync.rejectedRows() > 0) {
            return texts.get("sync.rejected", sync.rejectedRows());
        }
        return switch (sync.phase()) {
            case CONNECTING -> texts.get("sync.connecting");
            case CATCHING_UP -> texts.get("sync.catching", rows);
            default ->
                    texts.get(warning(sync.encryption()).isEmpty() ? "sync.good" : "sync.insecure");
        };
    }

    private List<Fact> facts(SyncState sync, Instant now) {
        var facts = new ArrayList<Fact>();
        facts.add(fact("sync.place", sync.place()));
        facts.add(fact("sync.kind", kind(sync)));
        facts.add(fact("sync.encryption", encryption(sync.encryption())));
        facts.add(fact("sync.pending", pending(sync, now)));
        facts.add(
                fact(
                        "sync.last",
                        sync.lastSuccess()
                                .map(at -> new Words(formats).ago(between(at, now)))
                                .orElse(Formats.UNKNOWN)));
        facts.add(fact("sync.refused", formats.number((double) sync.rejectedRows(), 0)));
        if (sync.rowsPerSecond() > 0) {
            var rate = formats.number(sync.rowsPerSecond(), 0);
            facts.add(fact("sync.rate", texts.get("sync.rate.value", rate)));
        }
        sync.nextTry()
                .map(at -> texts.get("sync.next.in", formats.duration(between(now, at))))
                .ifPresent(next -> facts.add(fact("sync.next", next)));
        return List.copyOf(facts);
    }

    private Fact fact(String key, String value) {
        return new Fact(texts.get(key), value.isEmpty() ? Formats.UNKNOWN : value);
    }

    private String kind(SyncState sync) {
        var words =
                sync.server()
                        .map(
                                kind ->
                                        switch (kind) {
                                            case TIMESCALEDB -> "sync.kind.timescaledb";
                                            case TIMESCALEDB_APACHE -> "sync.kind.apache";
                                            case POSTGRESQL -> "sync.kind.postgresql";
                                        })
                        .map(texts::get)
                        .orElse("");
        if (sync.version().isEmpty()) {
            return words;
        }
        // TimescaleDB's own version says its name already.
        boolean named = sync.server().filter(ServerKind.TIMESCALEDB::equals).isPresent();
        return named ? sync.version() : (words + "\n" + sync.version()).strip();
    }

    private String pending(SyncState sync, Instant now) {
        if (sync.pendingRows() == 0) {
            return texts.get("sync.pending.none");
        }
        return sync.oldestPending()
                .map(
                        oldest ->
                                texts.get(
                                        "sync.pending.since",
                                        rows(sync),
                                        formats.duration(between(oldest, now))))
                .orElseGet(() -> texts.get("sync.pending.rows", rows(sync)));
    }

    private String rows(SyncState sync) {
        return formats.number((double) sync.pendingRows(), 0);
    }

    private String encryption(Encryption encryption) {
        return texts.get(
                switch (encryption) {
                    case NONE -> "sync.encryption.none";
                    case PERHAPS -> "sync.encryption.perhaps";
                    case UNVERIFIED -> "sync.encryption.unverified";
                    case ISSUER_VERIFIED -> "sync.encryption.issuer";
                    case VERIFIED -> "sync.encryption.verified";
                });
    }

    /** A sentence where the connection is not safe; else empty. */
    private String warning(Encryption encryption) {
        return switch (encryption) {
            case NONE -> texts.get("sync.encryption.none.what");
            case PERHAPS -> texts.get("sync.encryption.perhaps.what");
            case UNVERIFIED -> texts.get("sync.encryption.unverified.what");
            case ISSUER_VERIFIED, VERIFIED -> "";
        };
    }

    private static Duration between(Instant from, Instant to) {
        var time = Duration.between(from, to);
        return time.isNegative() ? Duration.ZERO : time;
    }
}
