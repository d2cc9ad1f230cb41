/**
 * A believable fleet on real UDP sockets, faults included: the demo and the tests run on it. {@link
 * pilotempo.marstek.simulator.FleetPlan} says which batteries, {@link
 * pilotempo.marstek.simulator.SimulatedPast} what they did before, {@link
 * pilotempo.marstek.simulator.SimulatedFleet} lets them answer. One virtual thread a battery and
 * one a broadcast port, named {@code simulator-…}, and a short one for each reply that takes its
 * time.
 *
 * <p>It knows the devices from the protocol's notes alone and shares no code with the client, so
 * that each can find the other's mistakes.
 */
@NullMarked
package pilotempo.marstek.simulator;

import org.jspecify.annotations.NullMarked;
