/**
 * What sits in the membrane: leak, channels, the calcium pool, and how densely in each part of a cell.
 *
 * <p>Equations and papers stand at each channel. Science: docs/science/channels.md.
 */
@NullMarked
package io.brainwright.sim.model.mechanism;

import org.jspecify.annotations.NullMarked;
