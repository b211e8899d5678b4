/**
 * Measures the wiring: connection probability, degrees, reciprocity, common neighbours, directed simplices, hubs.
 *
 * <p>In: who contacts whom with how many synapses ({@link io.brainwright.connectome.model.analysis.CellGraph}), where the somata lie,
 * which cells belong together. Out: counts and moments. Nothing here knows datasets. Science: docs/science/connectivity.md.
 */
@NullMarked
package io.brainwright.connectome.model.analysis;

import org.jspecify.annotations.NullMarked;
