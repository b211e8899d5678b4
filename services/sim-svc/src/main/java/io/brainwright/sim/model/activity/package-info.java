/**
 * What a run's spikes say: activity layer by layer, next to a control run.
 *
 * <p>Comes in: spikes and placed cells. Goes out: {@link io.brainwright.sim.model.activity.Comparison}, plain counts.
 */
@NullMarked
package io.brainwright.sim.model.activity;

import org.jspecify.annotations.NullMarked;
