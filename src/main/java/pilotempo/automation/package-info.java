/**
 * Runs the plan: clock, due command, dry run, pause, what is found at the start. The face is {@link
 * pilotempo.automation.Automation}.
 *
 * <p>Threads: {@code automation}, and one a battery that is being commanded.
 */
@NullMarked
package pilotempo.automation;

import org.jspecify.annotations.NullMarked;
