/**
 * Spikes over time: cells ordered by depth, and the population rate. Reads spike times; knows no files and draws nothing.
 */
@NullMarked
package io.brainwright.render.model.raster;

import org.jspecify.annotations.NullMarked;
