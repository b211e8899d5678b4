/**
 * Signals that are injected into cells: currents or conductances as functions of time, deterministic from their draws.
 *
 * <p>Comes in: numbers and a stream of draws. Goes out: values at times. Science: docs/science/stimuli.md.
 */
@NullMarked
package io.brainwright.sim.model.stimulus;

import org.jspecify.annotations.NullMarked;
