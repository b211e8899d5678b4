package io.brainwright.benchmarks.figures;

import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.vessels.VesselGraph;
import io.brainwright.placement.model.vessels.VesselKind;
import java.util.Arrays;

/**
 * What a figure shows of a column's vessels, measured on their segments anew.
 *
 * @param diameters_um of each capillary
 * @param lengths_um of each capillary along its path
 * @param distances_um of random places from the nearest centre line, each place against each segment
 * @param depths_um middles of the bins
 * @param allByDepth length in the tissue of a bin, m/mm3
 * @param capillariesByDepth the same of capillaries
 * @param length_m_per_mm3 of all in the column
 */
@SuppressWarnings("ArrayRecordComponent") // owned, never compared
record VesselBed(
        double[] diameters_um,
        double[] lengths_um,
        double[] distances_um,
        double[] depths_um,
        double[] allByDepth,
        double[] capillariesByDepth,
        double length_m_per_mm3) {
    static final int PLACES = 10_000;
    static final double BIN_um = 100;

    /** Segments are cut into pieces no longer than this; each piece counts in the bin of its middle. */
    private static final double PIECE_um = 1;

    private static final double UM_PER_M = 1e6;

    static VesselBed of(Column column, VesselGraph graph) {
        var wide = new double[graph.sections()];
        var lengths = new double[graph.sections()];
        double thick_um = column.region().sheet().recipe().thickness_um();
        var all = new double[(int) Math.ceil(thick_um / BIN_um)];
        var capillaries = new double[all.length];
        double sum_um = 0;
        for (var s : graph.segments()) {
            double length_um = graph.length_um(s);
            sum_um += length_um;
            boolean capillary = s.kind() == VesselKind.CAPILLARY;
            if (capillary) {
                wide[s.section()] = s.startDiameter_um();
                lengths[s.section()] += length_um;
            }
            var a = graph.point(s.start());
            var b = graph.point(s.end());
            int pieces = (int) Math.ceil(length_um / PIECE_um);
            for (int k = 0; k < pieces; k++) {
                double t = (k + 0.5) / pieces;
                double depth_um = column.region()
                        .sheet()
                        .depth_um(a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1]), a[2] + t * (b[2] - a[2]));
                int bin = (int) Math.clamp(depth_um / BIN_um, 0, all.length - 1);
                all[bin] += length_um / pieces;
                capillaries[bin] += capillary ? length_um / pieces : 0;
            }
        }
        var depths = new double[all.length];
        double volume_mm3 = 0;
        for (int b = 0; b < all.length; b++) {
            double bottom_um = Math.min(thick_um, (b + 1) * BIN_um);
            double mm3 = column.volume_mm3(b * BIN_um, bottom_um);
            depths[b] = (b * BIN_um + bottom_um) / 2;
            all[b] /= mm3 * UM_PER_M;
            capillaries[b] /= mm3 * UM_PER_M;
            volume_mm3 += mm3;
        }
        return new VesselBed(
                Arrays.stream(wide).filter(d -> d > 0).toArray(),
                Arrays.stream(lengths).filter(l -> l > 0).toArray(),
                TissueDistances.um(column, graph, PLACES),
                depths,
                all,
                capillaries,
                sum_um / (volume_mm3 * UM_PER_M));
    }
}
