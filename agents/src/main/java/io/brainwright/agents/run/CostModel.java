package io.brainwright.agents.run;

/**
 * What building and simulating costs on one core, from our own measurements (benchmarks/results/headline.md).
 *
 * <p>Plans are estimated before any cell exists, so these are means over the cells of a column; a service's own Estimate,
 * once its inputs exist, is finer.
 */
final class CostModel {
    /** Growth of one cell with its local axon, s: measured. */
    static final double GROWTH_S_PER_CELL = 0.012;

    /** Appositions, pruning and physiology of one cell, s: measured. */
    static final double WIRING_S_PER_CELL = 0.03;

    /** Compartments of a mean cell: measured. */
    static final double COMPARTMENTS_PER_CELL = 130;

    /** Compartment steps per second, one core, ten channels each: measured. */
    static final double COMPARTMENT_STEPS_PER_S = 8e6;

    /** Pictures and release, s: measured. */
    static final double PICTURES_S = 8;

    /** Bytes of one grown cell in memory and on disk: measured. */
    static final double BYTES_PER_MORPHOLOGY = 60_000;

    /** Bytes of all synapses onto one cell in a thinned column: measured. */
    static final double BYTES_OF_SYNAPSES_PER_CELL = 20_000;

    /** Bytes of one compartment's state and its share of events: measured. */
    static final double BYTES_PER_COMPARTMENT = 2_000;

    /** Memory of the platform itself: measured. */
    static final long PLATFORM_BYTES = 900L << 20;

    /** Voxels of a region's atlas and their bytes: measured at 25 um. */
    static final long ATLAS_BYTES = 20L << 20;

    private CostModel() {}
}
