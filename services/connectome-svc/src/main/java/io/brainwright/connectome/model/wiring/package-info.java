/**
 * Brings appositions, pruning and physiology together: all synapses onto a range of cells.
 *
 * <p>In: the cells of a circuit, one after another. Out: synapses, and what became of the appositions of every pair.
 */
@NullMarked
package io.brainwright.connectome.model.wiring;

import org.jspecify.annotations.NullMarked;
