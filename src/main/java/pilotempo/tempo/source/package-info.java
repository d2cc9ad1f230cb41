/** The clients of the colour APIs, their order and fall-backs; the cache is an interface. */
@NullMarked
package pilotempo.tempo.source;

import org.jspecify.annotations.NullMarked;
