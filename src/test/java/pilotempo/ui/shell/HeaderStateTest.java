package pilotempo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.history.HistoryHealth;
import pilotempo.live.Diagnosis;
import pilotempo.sync.SyncProblem;
import pilotempo.sync.SyncState;
import pilotempo.sync.SyncState.Encryption;
import pilotempo.ui.component.Formats;
import pilotempo.ui.component.Texts;
import pilotempo.ui.component.Tone;
import pilotempo.ui.testing.StillEngine;
import pilotempo.ui.testing.StillSync;

class HeaderStateTest {
    private static final String NBSP = "\u00a0";

    @Test
    void the_age_told_is_the_oldest_of_those_that_answer() {
        var state = french(StillEngine.of(3));
        assertThat(state.freshness()).isEqualTo(Tone.OK);
        assertThat(state.freshnessWords()).isEqualTo("À jour · 11" + NBSP + "s");
        assertThat(state.freshnessShort()).isEqualTo("11" + NBSP + "s");
    }

    @Test
    void late_values_are_told_before_fresh_ones() {
        var state = french(StillEngine.of(3).stale("garage"));
        assertThat(state.freshness()).isEqualTo(Tone.STALE);
        assertThat(state.freshnessWords()).isEqualTo("Il y a 4" + NBSP + "min");
    }

    @Test
    void a_silent_battery_is_told_in_words_before_all_else() {
        var state = french(StillEngine.of(3).stale("garage").silent("atelier"));
        assertThat(state.freshness()).isEqualTo(Tone.ATTENTION);
        assertThat(state.freshnessWords()).isEqualTo("1 muette · 14" + NBSP + "min");
        assertThat(state.freshnessShort()).isEqualTo("1 muette");
        var two = french(StillEngine.of(3).silent("garage").silent("atelier", Diagnosis.SILENT));
        assertThat(two.freshnessShort()).isEqualTo("2 muettes");
    }

    @Test
    void when_nobody_answers_it_says_so() {
        var state = french(StillEngine.of(1).silent("salon"));
        assertThat(state.freshness()).isEqualTo(Tone.ERROR);
        assertThat(state.freshnessWords()).isEqualTo("Aucune réponse");
    }

    @Test
    void before_the_first_answers_it_waits() {
        assertThat(french(StillEngine.of(1).neverSeen("salon")).freshnessWords())
                .isEqualTo("En attente");
        assertThat(french(StillEngine.of(3).neverSeen("salon")).freshnessWords())
                .isEqualTo("1 en attente");
        assertThat(french(StillEngine.of(0)).freshnessWords()).isEqualTo("Aucune batterie");
    }

    @Test
    void an_unknown_tomorrow_says_when_it_comes_but_not_once_that_is_past() {
        var morning = StillEngine.of(1).tomorrowUnknown().at(Instant.parse("2026-01-06T08:00:00Z"));
        assertThat(french(morning).tomorrowNote()).isEqualTo("dès 10 h 40");
        assertThat(french(StillEngine.of(1).tomorrowUnknown()).tomorrowNote()).isEmpty();
    }

    @Test
    void recording_that_fails_is_an_error() {
        var broken = StillEngine.of(1).recording(new HistoryHealth(false, "disk full", null, 9));
        assertThat(french(broken).kept().tone()).isEqualTo(Tone.ERROR);
        assertThat(french(broken).kept().words()).isEqualTo("Non enregistré");
    }

    @Test
    void the_sync_is_told_where_there_is_one_and_rows_on_their_way_are_not_late() {
        assertThat(kept(SyncState.NONE).words()).isEqualTo("Enregistré");
        assertThat(kept(StillSync.upToDate(Encryption.NONE)).words()).isEqualTo("Synchronisé");
        var young = StillSync.catchingUp(3, Duration.ofSeconds(20));
        assertThat(kept(young)).isEqualTo(new KeptState(Tone.PLAIN, "Synchronisé", "Sync"));
        var late = kept(StillSync.catchingUp(12_480, Duration.ofHours(3)));
        assertThat(late.tone()).isEqualTo(Tone.STALE);
        assertThat(late.words()).isEqualTo("12" + NBSP + "480 lignes en attente · 3" + NBSP + "h");
        var broken = StillEngine.of(1).recording(new HistoryHealth(false, "disk full", null, 9));
        assertThat(french(broken.syncing(StillSync.refused())).kept().tone()).isEqualTo(Tone.ERROR);
    }

    @Test
    void what_keeps_the_server_from_taking_is_told_in_the_users_words() {
        assertThat(kept(StillSync.refused()))
                .isEqualTo(
                        new KeptState(
                                Tone.ATTENTION, "Serveur injoignable · 3" + NBSP + "h", "Serveur"));
        for (var kind : SyncProblem.Kind.values()) {
            var told = kept(StillSync.failing(new SyncProblem(kind, "It is told in English.", "")));
            assertThat(told.words()).doesNotContain("English").endsWith(" · 3" + NBSP + "h");
            assertThat(told.brief()).as("fits the kiosk").hasSizeLessThanOrEqualTo(13);
        }
        assertThat(kept(failing(SyncProblem.Kind.ROLE)).words()).startsWith("Mot de passe refusé");
        assertThat(kept(failing(SyncProblem.Kind.DISK_FULL)).words())
                .startsWith("Disque du serveur plein");
        assertThat(kept(failing(SyncProblem.Kind.SCHEMA)).words()).startsWith("Schéma inattendu");
    }

    private static SyncState failing(SyncProblem.Kind kind) {
        return StillSync.failing(new SyncProblem(kind, "", ""));
    }

    private static KeptState kept(SyncState sync) {
        return french(StillEngine.of(1).syncing(sync)).kept();
    }

    private static HeaderState french(StillEngine engine) {
        return HeaderState.of(
                engine.fleet(),
                engine.tariff(),
                engine.history(),
                engine.sync(),
                engine.now(),
                new Formats(Locale.FRENCH, engine.zone()),
                Texts.of(Frame.BUNDLE, Locale.FRENCH));
    }
}
