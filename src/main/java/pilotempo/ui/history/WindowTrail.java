package pilotempo.ui.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** The windows seen before the present one, newest first. */
final class WindowTrail {
    private static final int MOST = 50;

    private final Deque<Shown> steps = new ArrayDeque<>();

    /** Notes what was seen before a step. */
    void leave(Shown shown) {
        var last = steps.peekFirst();
        if (last == null || !last.window().equals(shown.window())) {
            steps.addFirst(shown);
        }
        if (steps.size() > MOST) {
            steps.removeLast();
        }
    }

    /** The window before the present one, which is no longer noted. */
    Optional<Shown> back() {
        return Optional.ofNullable(steps.pollFirst());
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }
}
