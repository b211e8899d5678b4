/**
 * The topology of trees: barcodes of path and radial distance, persistence images of populations (TMD). Reads morphologies, knows nothing of growth.
 *
 * <p>Science: Kanari et al. 2018, A topological representation of branching neuronal morphologies, Neuroinformatics,
 * doi:10.1007/s12021-017-9341-1.
 */
@NullMarked
package io.brainwright.neuro.topology;

import org.jspecify.annotations.NullMarked;
