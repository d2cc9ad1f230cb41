/**
 * The local socket: transport only. It carries command lines and their answers to the running
 * program.
 */
@NullMarked
package pilotempo.attach;

import org.jspecify.annotations.NullMarked;
