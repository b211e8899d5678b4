/**
 * Synapses that change by the calcium of their spines (Chindemi et al. 2022, doi 10.1038/s41467-022-30214-w).
 *
 * <p>Reads contacts and the cells that they stand on; gives each contact the calcium of lone spikes, the thresholds that follow from it
 * and the point process {@code GluSynapse} with them. Science: docs/science/plasticity.md.
 */
@NullMarked
package io.brainwright.sim.model.plasticity;

import org.jspecify.annotations.NullMarked;
