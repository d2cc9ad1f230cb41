/** A server on loopback for tests of those who ask over HTTP. */
@NullMarked
package pilotempo.web.testing;

import org.jspecify.annotations.NullMarked;
