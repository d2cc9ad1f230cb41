package pilotempo.ui.automation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import pilotempo.ui.component.Place.Automation.Part;
import pilotempo.ui.testing.Pictures.Size;

/** The journal: rows, details, filter. */
class JournalPageTest extends AutomationPageTest {
    @Test
    void a_row_unfolds_its_details_and_folds_again() {
        engine.steering.plan(Plans.on(3));
        engine.steering.journal(Plans.journal());
        desktop(Part.PLAN);
        until(() -> there(".journal-row"));
        fire(".journal-row");
        until(() -> says("Read back from the battery, and its power agrees where it can."));
        assertThat(says("9\u00a0s")).isTrue();
        picture("automation-light-unfolded");
        fire(".journal-row");
        until(() -> !there(".journal-details"));
    }

    @Test
    void the_whole_journal_is_filtered_by_battery() {
        engine.steering.journal(Plans.journal());
        desktop(Part.PLAN);
        until(() -> there("#see-all"));
        fire("#see-all");
        until(() -> says("11 commands"));
        fire("#choice-garage");
        until(() -> says("3 commands"));
        fire("#back");
        until(() -> there("#plan-strip"));
    }

    @Test
    void new_lines_of_the_journal_show_by_themselves() {
        desktop(Part.JOURNAL);
        until(() -> says("No command yet"));
        engine.steering.journal(Plans.journal());
        until(() -> says("11 commands"));
    }

    @Test
    void on_the_kiosk_a_row_shows_its_details_over_the_page() {
        engine.steering.plan(Plans.on(3));
        engine.steering.journal(Plans.journal());
        open(Part.PLAN, Size.KIOSK, Locale.FRENCH);
        fire("#choice-JOURNAL");
        until(() -> there(".journal-row"));
        picture("automation-kiosk-dark-journal");
        fire(".journal-row");
        until(this::dialog);
        picture("automation-kiosk-dark-details");
        assertThat(says("Relu dans la batterie")).isTrue();
    }
}
