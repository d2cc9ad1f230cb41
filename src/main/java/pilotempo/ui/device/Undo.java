package pilotempo.ui.device;

import java.util.ArrayList;
import java.util.List;
import pilotempo.control.Order;

/**
 * How orders are undone.
 *
 * @param each what undoes each of them, in their order
 * @param last what comes after that, once
 */
record Undo(List<Order> each, List<Order> last) {
    static final Undo NOTHING = new Undo(List.of(), List.of());

    Undo {
        each = List.copyOf(each);
        last = List.copyOf(last);
    }

    /** Of the first so many orders. */
    Undo of(int took) {
        return new Undo(each.subList(0, Math.min(took, each.size())), last);
    }

    /** What to send; nothing where nothing can be undone. */
    List<Order> orders() {
        if (each.isEmpty()) {
            return List.of();
        }
        var orders = new ArrayList<>(each);
        orders.addAll(last);
        return orders;
    }
}
