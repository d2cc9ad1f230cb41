/**
 * Who is asked what and when; pace and back-off. Hands readings to {@code live} and {@code
 * history}.
 */
@NullMarked
package pilotempo.polling;

import org.jspecify.annotations.NullMarked;
