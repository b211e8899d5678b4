package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.geometry.Quaternion;

/**
 * Where a cell stands in the atlas.
 *
 * @param x centre of its soma, um
 * @param y centre of its soma, um
 * @param z centre of its soma, um
 * @param turn rotation that takes the morphology's +y to the pia-ward axis
 */
public record CellFrame(double x, double y, double z, Quaternion turn) {
    /** Writes the place in the atlas of a place of the morphology. */
    public void toAtlas(double[] own, double[] out) {
        turn.rotate(own[0], own[1], own[2], out);
        out[0] += x;
        out[1] += y;
        out[2] += z;
    }

    /** Writes the place of the morphology of a place in the atlas. */
    void toCell(double[] atlas, double[] out) {
        turn.conjugate().rotate(atlas[0] - x, atlas[1] - y, atlas[2] - z, out);
    }
}
