/**
 * A network as it is simulated: cells, synapses, connections with delays, stimuli, detectors and what is recorded.
 *
 * <p>Comes in: discretised cells with their membranes. Goes out: {@link io.brainwright.sim.model.network.Network}, read by the
 * solvers.
 */
@NullMarked
package io.brainwright.sim.model.network;

import org.jspecify.annotations.NullMarked;
