/**
 * Exports a network for NEURON: mechanisms as NMODL, the network as JSON, a Python script that builds and runs it.
 *
 * <p>Comes in: a {@link io.brainwright.sim.model.network.Network} with the shapes of its cells. Goes out: a folder that needs nothing
 * of ours. Science: docs/science/sonata-simulations.md.
 */
@NullMarked
package io.brainwright.sim.neuron;

import org.jspecify.annotations.NullMarked;
