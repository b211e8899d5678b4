/**
 * Runs SONATA simulation configurations on SONATA circuits.
 *
 * <p>Comes in: {@link io.brainwright.sonata.config.SimulationFile}, node and edge files, morphologies; electrical models by
 * e-type. Goes out: spikes and reports as SONATA HDF5. Science: docs/science/sonata-simulations.md.
 */
@NullMarked
package io.brainwright.sim.sonata;

import org.jspecify.annotations.NullMarked;
