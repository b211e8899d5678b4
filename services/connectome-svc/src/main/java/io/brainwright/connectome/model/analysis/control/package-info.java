/**
 * Graphs to compare a circuit with: the same cells, wired by less than the whole truth.
 *
 * <p>In: a graph, what the control keeps, a seed. Out: another graph. Science: docs/science/connectivity.md.
 */
@NullMarked
package io.brainwright.connectome.model.analysis.control;

import org.jspecify.annotations.NullMarked;
