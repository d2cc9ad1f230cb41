package pilotempo.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import pilotempo.ui.component.EmptyState;
import pilotempo.ui.testing.StillEngine;

/** What the page says while it loads, fails, has nothing or compares. */
class HistoryViewTest extends HistoryPage {
    @Test
    void nothing_recorded_is_said_and_not_drawn_as_zero() {
        past.first = StillEngine.NOW;
        open(Locale.FRENCH, false, false);
        until(() -> says("Rien d’enregistré"));
        assertThat(lookup(".empty-state").queryAs(EmptyState.class)).isNotNull();
        assertThat(says("0,0")).isFalse();
        assertThat(lookup("CSV").queryButton().isDisabled()).isTrue();
        picture("history-desktop-light-fr-empty");
    }

    @Test
    void a_failure_says_so_and_trying_again_works() {
        past.broken = true;
        open(Locale.FRENCH, false, false);
        until(() -> says("n’a pas pu être lu"));
        picture("history-desktop-light-fr-failed");
        past.broken = false;
        press("Réessayer");
        loaded();
        assertThat(says("n’a pas pu être lu")).isFalse();
    }

    @Test
    void a_long_wait_is_told_and_leaving_cancels_it() {
        past.gate = new CountDownLatch(1);
        var opened = open(Locale.FRENCH, false, false);
        until(() -> says("Chargement"));
        picture("history-desktop-light-fr-loading");
        onFx(opened::hidden);
        until(() -> past.interrupted.get() == 1);
        assertThat(says("Chargement")).isFalse();
    }

    @Test
    void moving_on_cancels_the_query_under_way_and_only_the_last_is_shown() {
        past.gate = new CountDownLatch(1);
        open(Locale.FRENCH, false, false);
        until(() -> past.queries.get() == 1);
        press("Jour");
        until(() -> past.interrupted.get() == 1);
        Objects.requireNonNull(past.gate).countDown();
        loaded();
        assertThat(chart().summary()).contains("mar. 6 janv.");
    }

    @Test
    void the_present_is_read_again_each_minute_but_the_past_is_not() {
        open(Locale.FRENCH, false, false);
        loaded();
        int before = past.queries.get();
        onFx(clockTick::send);
        assertThat(past.queries.get()).isEqualTo(before);
        still.at(StillEngine.NOW.plusSeconds(61));
        onFx(clockTick::send);
        until(() -> past.queries.get() == before + 1);
        press("Plus tôt");
        until(() -> past.queries.get() == before + 2);
        loaded();
        still.at(StillEngine.NOW.plusSeconds(200));
        onFx(clockTick::send);
        assertThat(past.queries.get()).isEqualTo(before + 2);
    }

    @Test
    void compared_with_the_period_before_everything_has_two_values() {
        open(Locale.FRENCH, false, false);
        loaded();
        press("Comparer");
        until(() -> says("24 déc. – 30 déc.") && says("kWh"));
        until(() -> says("±0") || says("% ") || says(" · "));
        onFx(() -> chart().point(Instant.parse("2026-01-05T18:15:00Z")));
        assertThat(says("29 déc.")).isTrue();
        picture("history-desktop-light-fr-week-compared");
        for (var range : new String[] {"Jour", "Mois", "Année"}) {
            var before = onFx(() -> chart().summary());
            press(range);
            until(() -> !chart().summary().equals(before));
            picture("history-desktop-light-fr-compared-" + range.toLowerCase(Locale.ROOT));
        }
        press("Plus tôt");
        until(() -> where().equals("2025"));
    }

    @Test
    void a_battery_is_taken_out_by_its_chip_but_not_the_last() {
        open(Locale.FRENCH, false, false);
        loaded();
        int before = past.queries.get();
        press("Garage");
        until(() -> past.queries.get() > before);
        press("Atelier");
        until(() -> lookup("#chip-salon").query().isDisabled());
        until(() -> past.askedLast().batteries().size() == 1);
        loaded();
        picture("history-desktop-light-fr-one-of-three");
    }
}
