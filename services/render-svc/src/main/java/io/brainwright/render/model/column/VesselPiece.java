package io.brainwright.render.model.column;

import io.brainwright.neuro.geometry.Quaternion;
import java.util.List;

/**
 * A straight piece of a blood vessel.
 *
 * @param start x, y, z in um
 * @param end x, y, z in um
 * @param startRadius_um at its start
 * @param endRadius_um at its end
 * @param kind one of {@link #KINDS}
 */
public record VesselPiece(double[] start, double[] end, double startRadius_um, double endRadius_um, String kind) {
    /** Kinds of vessels, in the order of the blood. */
    static final List<String> KINDS = List.of("arteriole", "capillary", "venule");

    VesselPiece turned(Quaternion turn) {
        var a = new double[3];
        var b = new double[3];
        turn.rotate(start[0], start[1], start[2], a);
        turn.rotate(end[0], end[1], end[2], b);
        return new VesselPiece(a, b, startRadius_um, endRadius_um, kind);
    }
}
