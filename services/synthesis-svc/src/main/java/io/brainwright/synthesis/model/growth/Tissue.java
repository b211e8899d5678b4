package io.brainwright.synthesis.model.growth;

/**
 * Where a cell lies between pia and white matter; over one cell the sheet counts as flat.
 *
 * @param depth_um depth of the soma under the pia
 * @param layer1_um thickness of layer 1
 * @param total_um thickness of the cortex
 * @param home_depth_um depth in mid-layer of the layer that the parameters were fitted in
 */
public record Tissue(double depth_um, double layer1_um, double total_um, double home_depth_um) {}
