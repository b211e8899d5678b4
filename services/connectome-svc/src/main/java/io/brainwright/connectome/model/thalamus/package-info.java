/**
 * Thalamic fibres and their synapses: straight lines through the cortex, synapses on dendrites by a profile of depth.
 *
 * <p>In: where a piece of dendrite lies, in depth and on the flat map. Out: how many synapses it gets, and from which fibre. Science:
 * docs/science/thalamic-fibres.md.
 */
@NullMarked
package io.brainwright.connectome.model.thalamus;

import org.jspecify.annotations.NullMarked;
