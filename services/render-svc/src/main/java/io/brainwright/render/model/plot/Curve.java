package io.brainwright.render.model.plot;

/**
 * One curve.
 *
 * @param name what stands in the legend
 * @param x values along; NaN breaks the curve; this record owns the arrays
 * @param y values across, as many
 */
@SuppressWarnings("ArrayRecordComponent") // large; owned, never compared
public record Curve(String name, double[] x, double[] y) {
    public Curve {
        assert x.length == y.length : x.length + " x, " + y.length + " y";
    }
}
