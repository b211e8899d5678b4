/**
 * SONATA: circuits, simulations, spikes and reports, read and written on jhdf in the form that libsonata and bluepysnap open.
 *
 * <p>{@code hdf5} knows how values lie in files, {@code circuit} nodes and edges, {@code simulation} spikes and reports, {@code
 * inspect} says what a file holds. Format: docs/formats.md.
 */
@NullMarked
package io.brainwright.sonata;

import org.jspecify.annotations.NullMarked;
