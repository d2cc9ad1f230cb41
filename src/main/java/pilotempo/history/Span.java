package pilotempo.history;

/**
 * A stretch of time, epoch milliseconds.
 *
 * @param to exclusive
 */
record Span(long from, long to) {
    long millis() {
        return to - from;
    }
}
