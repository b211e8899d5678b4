/**
 * Decides which appositions become synapses: reduce, cut, activate.
 *
 * <p>In: counts of appositions by connection. Out: which stay. Science: docs/science/pruning.md, after Reimann et al. 2015,
 * doi:10.3389/fncom.2015.00120.
 */
@NullMarked
package io.brainwright.connectome.model.pruning;

import org.jspecify.annotations.NullMarked;
