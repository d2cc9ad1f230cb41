/**
 * Every write to a battery: checked, queued, sent, verified by reading back, journaled. The face is
 * {@link pilotempo.control.Control}.
 *
 * <p>Threads: the caller's waits until a command is decided; commands of one battery go one after
 * the other.
 */
@NullMarked
package pilotempo.control;

import org.jspecify.annotations.NullMarked;
