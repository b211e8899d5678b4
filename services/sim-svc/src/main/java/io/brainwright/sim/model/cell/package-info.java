/**
 * Cuts a cell into compartments: from cylinders, SWC points or a grown morphology to a tree of areas and axial conductances.
 *
 * <p>Comes in: section shapes. Goes out: {@link io.brainwright.sim.model.cell.Compartments}, what the cable equation needs.
 * Science: docs/science/cable-equation.md.
 */
@NullMarked
package io.brainwright.sim.model.cell;

import org.jspecify.annotations.NullMarked;
