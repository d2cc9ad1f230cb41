/**
 * The clients of the colour APIs, their order and fall-backs; the cache is an interface. The face
 * is {@link pilotempo.tempo.source.ColourService}, with {@link
 * pilotempo.tempo.source.ShippedPrices} for the price table. Threads: one virtual {@code
 * tempo-colours} that asks, virtual {@code tempo-http-N} and the JDK client's own while something
 * is asked; all end with the service.
 */
@NullMarked
package pilotempo.tempo.source;

import org.jspecify.annotations.NullMarked;
