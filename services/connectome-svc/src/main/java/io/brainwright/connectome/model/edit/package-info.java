/**
 * Manipulates synapses that exist: takes connections away, gives them other sources by a fitted model, adds some, scales conductances, sets
 * delays.
 *
 * <p>In: a connection, or the value of a synapse. Out: whether it stays, whose it is now, or the new value. Which cells are meant is decided outside.
 */
@NullMarked
package io.brainwright.connectome.model.edit;

import org.jspecify.annotations.NullMarked;
