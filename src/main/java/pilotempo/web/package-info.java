/**
 * Asks servers over HTTP, patiently and within bounds. The face is {@link pilotempo.web.WebClient}.
 *
 * <p>Threads: virtual ones of the JDK's client, named by their owner, until it is closed.
 */
@NullMarked
package pilotempo.web;

import org.jspecify.annotations.NullMarked;
