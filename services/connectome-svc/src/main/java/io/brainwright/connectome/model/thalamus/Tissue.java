package io.brainwright.connectome.model.thalamus;

import io.brainwright.neuro.atlas.CorticalSheet;

/**
 * The piece of cortex that the cells fill, as depth and flat map see it.
 *
 * @param sheet the cortex
 * @param frame axes of the flat map
 * @param volume_um3 of the filled layers
 * @param top_um depth at which they begin
 * @param bottom_um depth at which they end
 * @param column whether its sides are parallel; else they run to the centre of the sheet's sphere
 * @param fraction share of the cells of the tissue that was placed
 */
public record Tissue(
        CorticalSheet sheet,
        Frame frame,
        double volume_um3,
        double top_um,
        double bottom_um,
        boolean column,
        double fraction) {
    /** Volume between two depths, of what is filled; a column's curvature is left out (below 0.1 % at 300 um of width). */
    public double between_um3(double from_um, double to_um) {
        double from = Math.max(from_um, top_um);
        double to = Math.min(to_um, bottom_um);
        return from >= to ? 0 : volume_um3 * (under(to) - under(from)) / (under(bottom_um) - under(top_um));
    }

    private double under(double depth_um) {
        double r = sheet.radius_um() - depth_um;
        return column ? depth_um : -r * r * r;
    }

    /** Depth of a place below the pia. */
    public double depth_um(double[] at) {
        return sheet.depth_um(at[0], at[1], at[2]);
    }

    /** Writes the place on the flat map at the pia (equal-area, about the middle of the cells), u and v in um. */
    public void flatten(double[] at, double[] uv) {
        double[] d = new double[3];
        sheet.direction(at[0], at[1], at[2], d);
        double scale = sheet.radius_um() * Math.sqrt(2 / (1 + frame.along(d, 1)));
        uv[0] = scale * frame.along(d, 0);
        uv[1] = scale * frame.along(d, 2);
    }

    /** Writes the place at a depth below a place of the flat map. */
    public void place(double[] uv, double depth_um, double[] out) {
        double q = (uv[0] * uv[0] + uv[1] * uv[1]) / (sheet.radius_um() * sheet.radius_um());
        double scale = Math.sqrt(1 - q / 4) / sheet.radius_um();
        double r = sheet.radius_um() - depth_um;
        frame.back(uv[0] * scale, 1 - q / 2, uv[1] * scale, r, out);
        out[1] -= sheet.radius_um();
    }
}
