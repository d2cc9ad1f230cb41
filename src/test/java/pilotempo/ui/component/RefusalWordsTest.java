package pilotempo.ui.component;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import pilotempo.engine.Refused;
import pilotempo.engine.Refused.Problem;

/** What the engine refuses is told in the window's language. */
class RefusalWordsTest {
    @ParameterizedTest
    @EnumSource(Problem.class)
    void every_refusal_has_its_words_with_what_belongs_to_it(Problem problem) {
        var refused = new Refused(problem, "an English sentence", "first", "second");
        for (var locale : new Locale[] {Locale.ENGLISH, Locale.FRENCH}) {
            var words = new Words(new Formats(locale, ZoneId.of("Europe/Paris")));
            assertThat(words.refusal(refused))
                    .contains("first")
                    .doesNotContain("an English sentence", "{", "''");
        }
    }
}
