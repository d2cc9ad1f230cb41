package pilotempo.ui.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.sync.JobsProblem;
import pilotempo.sync.SyncProblem;
import pilotempo.sync.SyncState;
import pilotempo.sync.SyncState.Encryption;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillSync;

class SyncCheckTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static Check of(SyncState sync, Locale locale) {
        var texts = Texts.of("pilotempo.ui.diagnostics.Diagnostics", locale);
        return new SyncCheck(texts, new Formats(locale, PARIS)).of(sync, StillEngine.NOW);
    }

    private static String fact(Check check, String name) {
        return check.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .map(DiagnosticsState.Fact::value)
                .findFirst()
                .orElse("missing");
    }

    @Test
    void a_server_that_is_up_to_date_tells_what_and_where_it_is() {
        var check = of(StillSync.upToDate(Encryption.VERIFIED), Locale.FRENCH);
        assertThat(check.tone()).isEqualTo(Tone.OK);
        assertThat(check.finding()).isEqualTo("à jour");
        assertThat(check.what()).isEmpty();
        assertThat(fact(check, "Serveur")).isEqualTo("192.0.2.40:5432/pilotempo");
        assertThat(fact(check, "Type et version")).contains("TimescaleDB 2.19.3");
        assertThat(fact(check, "En attente")).isEqualTo("rien");
        assertThat(fact(check, "Chiffrement")).isEqualTo("oui, serveur vérifié");
    }

    @ParameterizedTest
    @EnumSource(
            value = Encryption.class,
            names = {"NONE", "PERHAPS", "UNVERIFIED"})
    void a_connection_that_is_not_safe_is_warned_of_although_all_is_sent(Encryption encryption) {
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var check = of(StillSync.upToDate(encryption), locale);
            assertThat(check.tone()).isEqualTo(Tone.ATTENTION);
            assertThat(check.what()).isNotBlank();
            assertThat(check.steps()).anyMatch(step -> step.contains("verify-full"));
        }
    }

    @Test
    void a_problem_says_that_nothing_is_lost_what_waits_and_when_it_is_tried_again() {
        var check = of(StillSync.refused(), Locale.ENGLISH);
        assertThat(check.tone()).isEqualTo(Tone.ATTENTION);
        assertThat(check.finding()).isEqualTo("server out of reach");
        assertThat(check.what()).contains("Nothing is lost", "does not answer");
        assertThat(fact(check, "Next try")).isEqualTo("in 1\u00a0min");
        assertThat(fact(check, "Waiting")).contains("12,480 rows", "3\u00a0h");
    }

    @ParameterizedTest
    @EnumSource(SyncProblem.Kind.class)
    void every_problem_is_told_in_the_language_of_the_window(SyncProblem.Kind kind) {
        var problem = new SyncProblem(kind, "in English for the log", "ERROR: detail");
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var what = of(StillSync.failing(problem), locale).what();
            assertThat(what).doesNotContain("sync.why", "{0}", "for the log");
            assertThat(what).contains("(ERROR: detail)");
        }
    }

    @ParameterizedTest
    @EnumSource(JobsProblem.Kind.class)
    void what_ails_the_server_s_jobs_is_told_in_the_language_of_the_window(JobsProblem.Kind kind) {
        var problem =
                new JobsProblem(
                        kind,
                        3,
                        "policy_compression",
                        7,
                        kind != JobsProblem.Kind.OUT_OF_REACH,
                        "in English for the log",
                        "ERROR: detail");
        for (var locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            var check = of(StillSync.jobs(problem), locale);
            assertThat(check.tone()).isEqualTo(Tone.ATTENTION);
            assertThat(check.what()).doesNotContain("sync.jobs", "{0}", "for the log");
            if (kind == JobsProblem.Kind.OUT_OF_REACH) {
                assertThat(check.what()).contains("(ERROR: detail)");
            } else {
                assertThat(check.what())
                        .contains("policy_compression")
                        .contains(
                                locale.equals(Locale.FRENCH)
                                        ? "3 tâches de fond"
                                        : "3 background jobs")
                        .contains(locale.equals(Locale.FRENCH) ? "en attendant" : "meanwhile");
            }
        }
    }

    @Test
    void a_server_that_takes_nothing_is_not_called_out_of_reach() {
        var full = new SyncProblem(SyncProblem.Kind.DISK_FULL, "in English for the log", "");
        var check = of(StillSync.failing(full), Locale.FRENCH);
        assertThat(check.finding()).isEqualTo("disque du serveur plein");
        assertThat(check.what()).contains("le disque de 192.0.2.40:5432/pilotempo est plein");
    }

    @Test
    void rows_that_the_server_never_takes_are_counted_and_catching_up_has_a_rate() {
        var rejecting = of(StillSync.rejecting(1), Locale.FRENCH);
        assertThat(rejecting.finding()).isEqualTo("1 ligne refusée");
        assertThat(rejecting.tone()).isEqualTo(Tone.ATTENTION);
        var catching = of(StillSync.catchingUp(12_480, Duration.ofHours(3)), Locale.FRENCH);
        assertThat(fact(catching, "Débit")).isEqualTo("18\u00a0400 lignes/s");
        assertThat(catching.finding()).isEqualTo("rattrapage, 12\u00a0480 en attente");
    }
}
