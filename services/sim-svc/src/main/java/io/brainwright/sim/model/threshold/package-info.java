/**
 * Threshold currents of cells.
 *
 * <p>In: cells as compartments with membranes. Out: the least step of current at the soma that makes each fire.
 */
@NullMarked
package io.brainwright.sim.model.threshold;

import org.jspecify.annotations.NullMarked;
