package pilotempo.history;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The few words that a column holds, understood without making a text of each. Not thread-safe. */
final class Words<T> {
    private static final int MOST = 64;

    @SuppressWarnings("ArrayRecordComponent") // compared as bytes
    private record Word<T>(byte[] bytes, T meaning) {}

    private final Function<String, Optional<T>> meaning;
    private final List<Word<T>> known = new ArrayList<>();

    Words(Function<String, Optional<T>> meaning) {
        this.meaning = meaning;
    }

    /** What the word means; null if nothing. */
    @Nullable T of(byte[] bytes, int begin, int end) {
        for (var word : known) {
            if (Arrays.equals(word.bytes, 0, word.bytes.length, bytes, begin, end)) {
                return word.meaning;
            }
        }
        var found = meaning.apply(new String(bytes, begin, end - begin, StandardCharsets.UTF_8));
        if (found.isEmpty()) {
            return null;
        }
        if (known.size() < MOST) {
            known.add(new Word<>(Arrays.copyOfRange(bytes, begin, end), found.get()));
        }
        return found.get();
    }
}
