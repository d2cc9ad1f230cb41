/** A believable fleet on real UDP sockets, faults included: the demo and the tests run on it. */
@NullMarked
package pilotempo.marstek.simulator;

import org.jspecify.annotations.NullMarked;
