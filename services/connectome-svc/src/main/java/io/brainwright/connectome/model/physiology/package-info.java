/**
 * Draws strength, time constants and release of a connection from the class of its pathway.
 *
 * <p>In: types of the two cells. Out: one {@code Physiology} per connection. Science: docs/science/synapse-physiology.md.
 */
@NullMarked
package io.brainwright.connectome.model.physiology;

import org.jspecify.annotations.NullMarked;
