/**
 * From placed cells, their shapes and their synapses to the network that the solver runs.
 *
 * <p>Comes in: {@link io.brainwright.sim.model.circuit.PlacedCell}s with morphologies, {@link
 * io.brainwright.sim.model.circuit.Contacts}, drives. Goes out: {@link io.brainwright.sim.model.circuit.Circuit}, a network with
 * the place of every compartment. Science: docs/science/electrical-models.md, docs/science/synapses.md.
 */
@NullMarked
package io.brainwright.sim.model.circuit;

import org.jspecify.annotations.NullMarked;
