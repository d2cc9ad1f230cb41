package pilotempo.ui.shell;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import pilotempo.ui.component.Place;

/** Where the user is and came from. */
final class Trail {
    private static final int LONGEST = 20;

    private final Deque<Place> before = new ArrayDeque<>();
    private Place current = new Place.Home();

    Place current() {
        return current;
    }

    /** Notes the next place; the same place again is no step. */
    void step(Place next) {
        if (!next.equals(current)) {
            before.push(current);
            current = next;
            if (before.size() > LONGEST) {
                before.removeLast();
            }
        }
    }

    /** Goes one step back; empty at the start. */
    Optional<Place> back() {
        if (before.isEmpty()) {
            return Optional.empty();
        }
        current = before.pop();
        return Optional.of(current);
    }
}
