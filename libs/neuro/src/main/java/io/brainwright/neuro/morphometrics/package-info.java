/**
 * The numbers that describe a shape: lengths, angles, orders, asymmetries, diameters, Sholl crossings. Reads a {@code Morphology},
 * tells one list of values per feature; nothing here knows files or populations. Definitions follow NeuroM's, so that numbers can be
 * compared across papers.
 *
 * @see <a href="https://doi.org/10.5281/zenodo.597333">NeuroM</a>
 */
@NullMarked
package io.brainwright.neuro.morphometrics;

import org.jspecify.annotations.NullMarked;
