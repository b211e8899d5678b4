package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.geometry.Quaternion;

/**
 * Lays a flat piece of tissue about a place over the curved sheet: heights stay heights, so that the pia of the one is the pia of the other.
 *
 * <pre>{@code
 *   r = R - depth + y,   θ = √(x² + z²) / (R - depth)      polar coordinates about the place's pia-ward axis
 * }</pre>
 */
final class BentFrame {
    private final double radius_um;
    private final double own_um;
    private final Quaternion turn;
    private final double[] ray = new double[3];

    BentFrame(CorticalSheet sheet, double[] place) {
        radius_um = sheet.radius_um();
        own_um = radius_um - sheet.depth_um(place[0], place[1], place[2]);
        sheet.direction(place[0], place[1], place[2], ray);
        turn = Quaternion.yTo(ray[0], ray[1], ray[2]);
    }

    /** Writes the place in the atlas. */
    void toAtlas(double[] flat, double[] out) {
        double h = Math.sqrt(flat[0] * flat[0] + flat[2] * flat[2]);
        double angle = h / own_um;
        double s = h == 0 ? 0 : StrictMath.sin(angle) / h;
        turn.rotate(s * flat[0], StrictMath.cos(angle), s * flat[2], ray);
        double r = own_um + flat[1];
        out[0] = r * ray[0];
        out[1] = r * ray[1] - radius_um;
        out[2] = r * ray[2];
    }
}
