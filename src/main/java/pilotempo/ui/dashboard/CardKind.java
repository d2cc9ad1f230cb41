package pilotempo.ui.dashboard;

/**
 * Which layout a battery's card has and how many stand in a row; by the number of batteries, for
 * the room is the same.
 */
enum CardKind {
    /** One battery: wide, with its two-hour curve. */
    WIDE("battery-wide.fxml", 1),
    /** Two to four: with a ring each. */
    RING("battery-ring.fxml", 4),
    /** Five to eight: compact, with a bar. */
    COMPACT("battery-compact.fxml", 4),
    /** Nine and more: the same, five a row. */
    DENSE("battery-compact.fxml", 5),
    /** A narrow window: a row each. */
    ROW("battery-row.fxml", 1),
    /** Kiosk, one battery. */
    TILE_CURVE("tile-curve.fxml", 1),
    /** Kiosk, two or three. */
    TILE("tile.fxml", 3),
    /** The same where the screen is higher than 480: with its two-hour curve. */
    TILE_TALL("tile-tall.fxml", 3),
    /** Kiosk, four: two by two. */
    TILE_FLAT("tile-flat.fxml", 2),
    /** Kiosk, five to eight: four by two. */
    TILE_SMALL("tile-small.fxml", 4),
    /** Kiosk, nine and ten: five by two, no watts. */
    TILE_TINY("tile-tiny.fxml", 5);

    private final String file;
    private final int perRow;

    CardKind(String file, int perRow) {
        this.file = file;
        this.perRow = perRow;
    }

    static CardKind of(int batteries, boolean kiosk, Fit fit) {
        if (kiosk) {
            return batteries <= 1
                    ? TILE_CURVE
                    : batteries <= 3
                            ? fit == Fit.WIDE ? TILE : TILE_TALL
                            : batteries == 4 ? TILE_FLAT : batteries <= 8 ? TILE_SMALL : TILE_TINY;
        }
        if (fit == Fit.SLIM) {
            return ROW;
        }
        return batteries <= 1 ? WIDE : batteries <= 4 ? RING : batteries <= 8 ? COMPACT : DENSE;
    }

    String file() {
        return file;
    }

    /** Cards in a row; fewer where there are fewer batteries or the window is narrow. */
    int perRow(int batteries, Fit fit) {
        int wanted = Math.min(perRow, Math.max(1, batteries));
        return fit == Fit.MEDIUM ? Math.min(2, wanted) : wanted;
    }
}
