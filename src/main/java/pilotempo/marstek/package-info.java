/**
 * Marstek JSON-RPC over UDP: sockets, discovery, one {@link pilotempo.marstek.BatteryLine} a
 * battery. Everything that leaves is normalised to the domain.
 */
@NullMarked
package pilotempo.marstek;

import org.jspecify.annotations.NullMarked;
