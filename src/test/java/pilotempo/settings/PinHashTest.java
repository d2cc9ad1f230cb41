package pilotempo.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PinHashTest {
    private final Random random = new Random(7);

    @Test
    void only_the_pin_itself_matches_what_was_written_and_read_back() {
        var read = PinHash.read(PinHash.of("2468", random).written()).orElseThrow();
        assertThat(read.matches("2468")).isTrue();
        assertThat(read.matches("2469")).isFalse();
        assertThat(read.matches("24680")).isFalse();
    }

    @Test
    void the_same_pin_is_written_differently_each_time_and_never_in_clear() {
        var one = PinHash.of("123456", random).written();
        var other = PinHash.of("123456", random).written();
        assertThat(one.reveal()).isNotEqualTo(other.reveal()).doesNotContain("123456");
        assertThat(one.reveal()).startsWith("pbkdf2-sha256:120000:");
        assertThat(one).hasToString("***");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1234",
                "",
                "pbkdf2-sha256:0:AAAA:AAAA",
                "pbkdf2-sha256:120000:AAAA",
                "pbkdf2-sha256:99999999:AAAA:AAAA",
                "pbkdf2-sha256:1000:A:A"
            })
    void what_is_no_hash_is_not_read(String written) {
        assertThat(PinHash.read(new Secret(written))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "123456789", "12a4", "", "١٢٣٤"})
    void a_pin_has_four_to_eight_digits(String text) {
        assertThat(PinHash.isPin(text)).isFalse();
        assertThatThrownBy(() -> PinHash.of(text, random))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
