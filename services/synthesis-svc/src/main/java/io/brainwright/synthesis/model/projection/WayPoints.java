package io.brainwright.synthesis.model.projection;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.List;

/**
 * The places that an axon may pass, and pieces between them that are always allowed: from each end straight down to the tract, and through the tract
 * from below the soma to below each target. So every target can be reached.
 */
final class WayPoints {
    /** um; chosen: a column of places stands this far apart, about the thickness of a layer. */
    private static final double COLUMN_UM = 200;
    /** Places on the line in the tract from below the soma to below each target: axon-synthesis. */
    private static final int BETWEEN = 5;
    /** um; chosen: one random place in the tract, and one in grey matter, per square of this side. */
    private static final double SPACING_UM = 250;
    /** Of either kind; chosen: bounds the time, which grows with their square. */
    private static final int MOST = 150;
    /** um; chosen: an axon may leave the rectangle of its ends by this much. */
    private static final double MARGIN_UM = 300;

    final List<double[]> places = new ArrayList<>();
    final List<int[]> always = new ArrayList<>();
    /** Where the column of each end meets the tract. */
    final int[] foot;

    private final SheetRegion whole;
    private final double border_um;
    private final double bed_um;
    private final double[] low = {1, 1};
    private final double[] high = {0, 0};

    /** @param ends the source, then the targets: places 0 .. n-1 */
    WayPoints(CorticalSheet sheet, List<double[]> ends, Draws draws) {
        whole = sheet.region(sheet.recipe().rootAcronym());
        border_um = sheet.recipe().thickness_um();
        bed_um = border_um + TractCost.TRACT_HEIGHT_UM / 2;
        places.addAll(ends);
        foot = new int[ends.size()];
        for (int e = 0; e < foot.length; e++) {
            double[] at = ends.get(e);
            foot[e] = descend(e, fractions(at), sheet.depth_um(at[0], at[1], at[2]));
        }
        for (int e = 1; e < foot.length; e++) {
            along(foot[0], foot[e], draws);
        }
        cloud(draws);
    }

    private double[] fractions(double[] at) {
        var share = new double[2];
        whole.fractions(at[0], at[1], at[2], share);
        for (int k = 0; k < 2; k++) {
            low[k] = Math.min(low[k], share[k]);
            high[k] = Math.max(high[k], share[k]);
        }
        return share;
    }

    /** Places straight below one, down to the tract; returns the last. */
    private int descend(int from, double[] share, double depth_um) {
        int last = from;
        int steps = Math.max(1, (int) Math.ceil((bed_um - depth_um) / COLUMN_UM));
        for (int s = 1; s <= steps; s++) {
            last = add(share[0], share[1], depth_um + (bed_um - depth_um) * s / steps, last);
        }
        return last;
    }

    private void along(int from, int to, Draws draws) {
        double[] a = share(from);
        double[] b = share(to);
        int last = from;
        for (int s = 1; s <= BETWEEN; s++) {
            double f = s / (BETWEEN + 1.0);
            last = add(a[0] + f * (b[0] - a[0]), a[1] + f * (b[1] - a[1]), tractDepth_um(draws), last);
        }
        always.add(new int[] {last, to});
    }

    private double[] share(int place) {
        var at = places.get(place);
        var share = new double[2];
        whole.fractions(at[0], at[1], at[2], share);
        return share;
    }

    private int add(double lateral, double posterior, double depth_um, int from) {
        var at = new double[3];
        whole.place(lateral, posterior, depth_um, at);
        places.add(at);
        always.add(new int[] {from, places.size() - 1});
        return places.size() - 1;
    }

    private void cloud(Draws draws) {
        double[] side_um = {whole.lateralSide_um(), whole.posteriorSide_um()};
        for (int k = 0; k < 2; k++) {
            low[k] = Math.max(0.001, low[k] - MARGIN_UM / side_um[k]);
            high[k] = Math.min(0.999, high[k] + MARGIN_UM / side_um[k]);
        }
        double area_um2 = (high[0] - low[0]) * side_um[0] * (high[1] - low[1]) * side_um[1];
        int n = (int) Math.min(MOST, Math.ceil(area_um2 / (SPACING_UM * SPACING_UM)));
        for (int i = 0; i < 2 * n; i++) {
            var at = new double[3];
            double depth_um = i < n ? tractDepth_um(draws) : draws.uniform(0.02, 1) * border_um;
            whole.place(draws.uniform(low[0], high[0]), draws.uniform(low[1], high[1]), depth_um, at);
            places.add(at);
        }
    }

    /** Away from the tract's faces, so that a straight line between two places stays in it over 1.5 mm of a curved sheet. */
    private double tractDepth_um(Draws draws) {
        return border_um + TractCost.TRACT_HEIGHT_UM * draws.uniform(0.2, 0.8);
    }
}
