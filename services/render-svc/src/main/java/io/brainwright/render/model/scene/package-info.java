/**
 * Cells in space: capsules projected, rasterised, shaded and tone-mapped on the CPU, byte for byte the same on every machine. Reads capsules with colours; knows neither cells nor voltages.
 */
@NullMarked
package io.brainwright.render.model.scene;

import org.jspecify.annotations.NullMarked;
