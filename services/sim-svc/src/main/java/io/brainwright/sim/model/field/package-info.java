/**
 * Extracellular potential of the currents that leave membranes.
 *
 * <p>Comes in: voltages of all nodes of a cell and what is injected. Goes out: membrane currents (nA), and the potential (mV) at
 * electrodes in a homogeneous medium, by point and line sources. Science: docs/science/extracellular-potential.md.
 */
@NullMarked
package io.brainwright.sim.model.field;

import org.jspecify.annotations.NullMarked;
