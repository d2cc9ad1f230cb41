package pilotempo.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import pilotempo.settings.DatabaseSettings;
import pilotempo.settings.Secret;
import pilotempo.ui.settings.DatabaseEntry.Fault;

class DatabaseEntryTest {
    private static final String URL = "jdbc:postgresql://192.0.2.40/pilotempo";
    private static final DatabaseSettings KNOWN =
            new DatabaseSettings(
                    Optional.of(URL + "?password=hush&sslmode=require"),
                    "pilotempo",
                    Optional.of(new Secret("hush")));

    @Test
    void a_password_within_the_address_is_never_shown_and_is_kept_when_nothing_was_changed() {
        var shown = DatabaseEntry.shown(KNOWN.url().orElseThrow());
        assertThat(shown).isEqualTo(URL + "?password=***&sslmode=require");
        var entry = new DatabaseEntry(shown, "pilotempo", "");
        assertThat(entry.fault(KNOWN)).isEmpty();
        assertThat(entry.applied(KNOWN)).isEqualTo(KNOWN);
    }

    @Test
    void an_empty_password_keeps_the_old_one_and_a_typed_one_replaces_it() {
        assertThat(new DatabaseEntry(URL, "me", "").applied(KNOWN).password())
                .contains(new Secret("hush"));
        assertThat(new DatabaseEntry(URL, "me", "new").applied(KNOWN))
                .isEqualTo(
                        new DatabaseSettings(
                                Optional.of(URL), "me", Optional.of(new Secret("new"))));
    }

    @Test
    void an_empty_address_ends_the_sync() {
        assertThat(new DatabaseEntry(" ", "me", "").applied(KNOWN).url()).isEmpty();
        assertThat(new DatabaseEntry(" ", "me", "").fault(KNOWN)).isEmpty();
    }

    @Test
    void faults_are_told() {
        assertThat(new DatabaseEntry("postgres://x", "me", "").fault(KNOWN))
                .contains(Fault.URL_INVALID);
        assertThat(new DatabaseEntry(URL + "?password=x", "me", "").fault(KNOWN))
                .contains(Fault.URL_WITH_PASSWORD);
        assertThat(new DatabaseEntry(URL, " ", "").fault(KNOWN)).contains(Fault.USER_MISSING);
    }
}
