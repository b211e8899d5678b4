/**
 * Integrates a network in time: one entry, {@link io.brainwright.sim.model.solver.Simulation}, and two back ends below it that
 * give the same bits.
 *
 * <p>Science: docs/science/cable-equation.md; why it is built so: RATIONALE.md.
 */
@NullMarked
package io.brainwright.sim.model.solver;

import org.jspecify.annotations.NullMarked;
