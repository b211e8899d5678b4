/**
 * Measures grown cells: lengths, extents, forks, barcodes, Sholl crossings, as moments over the cells of one m-type.
 *
 * <p>In: morphologies. Out: numbers by feature and neurite. The features themselves are those of {@code neuro.morphometrics}.
 */
@NullMarked
package io.brainwright.synthesis.model.morphometry;

import org.jspecify.annotations.NullMarked;
