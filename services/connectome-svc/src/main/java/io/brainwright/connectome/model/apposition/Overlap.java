package io.brainwright.connectome.model.apposition;

/**
 * The stretch of one axon segment that lies within reach of one segment of a target cell.
 *
 * @param target index of the target cell
 * @param axon index of the axon segment
 * @param axonSection its section
 * @param from_um begin of the stretch, arc length along the axon's section
 * @param to_um its end
 * @param place index of the target's segment
 * @param gap_um smallest gap of the two surfaces; negative where they interpenetrate
 */
record Overlap(int target, int axon, int axonSection, double from_um, double to_um, int place, double gap_um) {}
