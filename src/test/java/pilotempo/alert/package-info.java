/** Tests of rules, episodes and channels. */
@NullMarked
package pilotempo.alert;

import org.jspecify.annotations.NullMarked;
