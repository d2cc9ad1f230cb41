package pilotempo.ui.dashboard;

/** How much width the page has. */
enum Fit {
    /** Price beside the hero. */
    WIDE,
    /** Price below the hero, cards two a row. */
    MEDIUM,
    /** Kiosk: a screen that is higher than the usual 480. */
    TALL,
    /** One column, batteries as rows. */
    SLIM;

    private static final double WIDE_FROM = 980;
    private static final double MEDIUM_FROM = 770;

    static Fit of(double width) {
        return width >= WIDE_FROM ? WIDE : width >= MEDIUM_FROM ? MEDIUM : SLIM;
    }
}
