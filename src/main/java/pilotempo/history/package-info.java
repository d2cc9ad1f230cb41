/**
 * Readings, roll-ups, known batteries and Tempo days in H2; range queries and export. The face is
 * {@link pilotempo.history.History}, opened by {@link pilotempo.history.LocalHistory}.
 *
 * <p>Threads: {@code history-writer} writes alone, so that the order of {@code reading.seq} is the
 * order of commits; {@code history-reader-1} and {@code -2} answer queries; {@code
 * history-cancel-1} cancels them. No other thread touches the file: an interrupt in the middle of
 * its reading would close it for all.
 */
@NullMarked
package pilotempo.history;

import org.jspecify.annotations.NullMarked;
