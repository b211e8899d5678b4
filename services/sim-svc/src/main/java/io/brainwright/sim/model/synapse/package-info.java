/**
 * Synapses: what one event does to a conductance, and how much is released.
 *
 * <p>Deterministic Tsodyks-Markram release per input, dual-exponential conductances. Science: docs/science/synapses.md.
 */
@NullMarked
package io.brainwright.sim.model.synapse;

import org.jspecify.annotations.NullMarked;
