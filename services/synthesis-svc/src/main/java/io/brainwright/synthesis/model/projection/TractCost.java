package io.brainwright.synthesis.model.projection;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;

/**
 * What a straight piece of axon costs, in um of axon that runs along the cortical columns.
 *
 * <pre>{@code
 *   cost = ∫ w ds        w = 1 + A sin²α   in grey matter, α the angle to the pia-ward axis
 *                        w = W             in the tract, 0 to H below layer 6
 *                        w = ∞             above the pia, below the tract, beside the sheet
 * }</pre>
 *
 * One thread at a time. The integral is a sum over pieces of at most {@value #PIECE_UM} um, each taken at its middle.
 */
public final class TractCost {
    /** A, 1; chosen: an axon that crosses the columns in grey matter costs as much as one five times as long that follows them. */
    static final double ACROSS = 4;
    /** W, 1; chosen: a quarter of grey matter, so that ways longer than about 1.5 mm go through the tract. */
    static final double TRACT = 0.25;
    /** H, um; chosen: of the order of the rat's external capsule and the white matter over it. */
    public static final double TRACT_HEIGHT_UM = 300;

    private static final double PIECE_UM = 50; // chosen: a third of the thinnest layer

    private final CorticalSheet sheet;
    private final SheetRegion whole;
    private final double border_um;
    private final double[] share = new double[2];
    private final double[] up = new double[3];

    public TractCost(CorticalSheet sheet) {
        this.sheet = sheet;
        this.whole = sheet.region(sheet.recipe().rootAcronym());
        this.border_um = sheet.recipe().thickness_um();
    }

    /** Cost of the straight line between two places; infinite where a part of it is forbidden. */
    public double between(double[] a, double[] b) {
        double length_um = Math.sqrt(square(a, b));
        int pieces = Math.max(1, (int) Math.ceil(length_um / PIECE_UM));
        double sum = 0;
        double[] at = new double[3];
        for (int p = 0; p < pieces; p++) {
            double f = (p + 0.5) / pieces;
            for (int k = 0; k < 3; k++) {
                at[k] = a[k] + f * (b[k] - a[k]);
            }
            sum += weight(at, a, b, length_um) * length_um / pieces;
        }
        return sum;
    }

    /** Whether a place lies in the tract. */
    public boolean inTract(double[] at) {
        double depth_um = sheet.depth_um(at[0], at[1], at[2]);
        return depth_um >= border_um && depth_um < border_um + TRACT_HEIGHT_UM;
    }

    /** Whether an axon may be there: in grey matter or in the tract. */
    public boolean allows(double[] at) {
        double depth_um = sheet.depth_um(at[0], at[1], at[2]);
        whole.fractions(at[0], at[1], at[2], share);
        boolean beside = Math.min(share[0], share[1]) < 0 || Math.max(share[0], share[1]) >= 1;
        return !beside && depth_um >= 0 && depth_um < border_um + TRACT_HEIGHT_UM;
    }

    private double weight(double[] at, double[] a, double[] b, double length_um) {
        if (!allows(at)) {
            return Double.POSITIVE_INFINITY;
        }
        double depth_um = sheet.depth_um(at[0], at[1], at[2]);
        if (depth_um >= border_um) {
            return TRACT;
        }
        sheet.direction(at[0], at[1], at[2], up);
        double dot = (b[0] - a[0]) * up[0] + (b[1] - a[1]) * up[1] + (b[2] - a[2]) * up[2];
        double cos = length_um == 0 ? 1 : dot / length_um;
        return 1 + ACROSS * (1 - cos * cos);
    }

    static double square(double[] a, double[] b) {
        double dx = a[0] - b[0];
        double dy = a[1] - b[1];
        double dz = a[2] - b[2];
        return dx * dx + dy * dy + dz * dz;
    }
}
