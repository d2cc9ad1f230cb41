/**
 * Rules over the live state, and channels to people; no storms. The face is {@link
 * pilotempo.alert.Alerts}.
 *
 * <p>Threads: {@code alert-rules}, and one a channel, {@code alert-telegram}, {@code
 * alert-webhook}.
 */
@NullMarked
package pilotempo.alert;

import org.jspecify.annotations.NullMarked;
