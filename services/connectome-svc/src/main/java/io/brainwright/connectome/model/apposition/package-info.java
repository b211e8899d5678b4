/**
 * Finds where an axon comes close enough to another cell for a spine to bridge the gap, and puts boutons there.
 *
 * <p>In: segments of axons and of dendrites and somata. Out: {@code Contact}s. Science: docs/science/appositions.md, after
 * Reimann et al. 2015, doi:10.3389/fncom.2015.00120.
 */
@NullMarked
package io.brainwright.connectome.model.apposition;

import org.jspecify.annotations.NullMarked;
