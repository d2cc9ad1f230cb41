package pilotempo.settings;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Values by path, read as what they should be; what they are not is complained about. */
final class Values {
    private final Map<String, Value> byPath;
    private final Complaints complaints;

    Values(Map<String, Value> byPath, Complaints complaints) {
        this.byPath = byPath;
        this.complaints = complaints;
    }

    /** The raw value; absent when not set. */
    Optional<Value> raw(String path) {
        return Optional.ofNullable(byPath.get(path)).filter(value -> !value.isEmpty());
    }

    <T> Optional<T> find(String path, Kind<T> kind) {
        return raw(path)
                .filter(value -> kind.ownsAuto() || !isAuto(value))
                .flatMap(value -> parse(value, kind));
    }

    <T> T get(String path, Kind<T> kind, T otherwise) {
        return find(path, kind).orElse(otherwise);
    }

    private <T> Optional<T> parse(Value value, Kind<T> kind) {
        try {
            boolean exact = kind.ownsAuto() && !value.plain();
            return Optional.of(kind.parser().parse(exact ? value.text() : value.text().strip()));
        } catch (BadValue bad) {
            complaints.about(value, kind.secret(), String.valueOf(bad.getMessage()));
            return Optional.empty();
        }
    }

    private static boolean isAuto(Value value) {
        return value.text().strip().toLowerCase(Locale.ROOT).equals("auto");
    }
}
