package pilotempo.ui.device;

/**
 * One line of a card.
 *
 * @param label what it is
 * @param value ready for people
 */
record Fact(String label, String value) {}
