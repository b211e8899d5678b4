package io.brainwright.connectome.model.apposition;

/**
 * How boutons lie along an overlap.
 *
 * @param regionGap_um overlaps nearer than this along the axon are one region
 * @param min_um smallest distance between neighbours
 * @param max_um largest distance between neighbours
 */
public record BoutonSpacing(double regionGap_um, double min_um, double max_um) {}
