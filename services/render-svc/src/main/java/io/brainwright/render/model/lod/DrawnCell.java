package io.brainwright.render.model.lod;

import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.morphology.Morphology;

/**
 * A cell to draw.
 *
 * @param node_id SONATA's id
 * @param x_um soma centre, atlas
 * @param y_um soma centre, atlas
 * @param z_um soma centre, atlas
 * @param orientation from the morphology's frame to the atlas's
 * @param shape its morphology
 */
public record DrawnCell(long node_id, double x_um, double y_um, double z_um, Quaternion orientation, Morphology shape) {
    /** Moves a point of the cell's own frame into the picture. */
    void place(DisplayFrame frame, double x, double y, double z, double[] out) {
        orientation.rotate(x, y, z, out);
        frame.place(out[0] + x_um, out[1] + y_um, out[2] + z_um, out);
    }
}
