/**
 * Counts the cavities of a circuit: Betti numbers of the complex that its directed simplices form, with coefficients modulo 2.
 *
 * <p>In: a graph. Out: one number per dimension. Science: docs/science/connectivity.md.
 */
@NullMarked
package io.brainwright.connectome.model.analysis.homology;

import org.jspecify.annotations.NullMarked;
