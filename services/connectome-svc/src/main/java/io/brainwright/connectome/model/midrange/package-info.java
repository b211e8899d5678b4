/**
 * Connections between regions of one cortex, longer than what local axons overlap with.
 *
 * <p>Reads where cells lie on the flat map and how much dendrite there is; says which cells project to which regions, where on the dendrites of
 * a region synapses lie, and which cell makes each. Science: docs/science/mid-range.md, after Reimann et al. 2019.
 */
@NullMarked
package io.brainwright.connectome.model.midrange;

import org.jspecify.annotations.NullMarked;
