package io.brainwright.connectome.model.tissue;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;

/**
 * A cell where it stands in the tissue.
 *
 * @param nodeId SONATA node id, below 2^32
 * @param type its types
 * @param shape its morphology in its own frame: soma at the origin, +y towards the pia
 * @param x_um position of the soma
 * @param y_um position of the soma
 * @param z_um position of the soma
 * @param turn rotates the morphology's +y to the local pia-ward axis
 */
public record PlacedCell(
        long nodeId, CellType type, Morphology shape, double x_um, double y_um, double z_um, Quaternion turn) {
    /** A point of the morphology in the tissue's frame. */
    void place(double px, double py, double pz, double[] out) {
        turn.rotate(px, py, pz, out);
        out[0] += x_um;
        out[1] += y_um;
        out[2] += z_um;
    }
}
