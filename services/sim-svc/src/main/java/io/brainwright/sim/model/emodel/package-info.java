/**
 * Electrical models: which channels sit where in a cell of an e-type, and the stub that stands for its axon.
 *
 * <p>Comes in: the recipe {@code rat-nbs1-electrical}, every number with its source. Goes out: {@link
 * io.brainwright.sim.model.mechanism.CellModel}s. Science: docs/science/electrical-models.md.
 */
@NullMarked
package io.brainwright.sim.model.emodel;

import org.jspecify.annotations.NullMarked;
