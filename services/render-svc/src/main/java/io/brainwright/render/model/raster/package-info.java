/**
 * Spikes over time: one dot per spike, cells ordered by depth, the population rate below. Reads spike times; knows no files.
 */
@NullMarked
package io.brainwright.render.model.raster;

import org.jspecify.annotations.NullMarked;
