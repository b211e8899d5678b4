package io.brainwright.connectome.model.comparison;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.CommonNeighbours;
import io.brainwright.connectome.model.analysis.DirectedSimplices;
import io.brainwright.connectome.model.analysis.PairTally;
import io.brainwright.connectome.model.analysis.Sides;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.neuro.statistics.Moments;

/**
 * What is measured of a wiring, as it would be had no cell been left out.
 *
 * <p>Where only a share f of the cells was kept, each with the same chance, a connection between kept cells is there exactly when it
 * was before. So, in expectation and without a model,
 *
 * <pre>{@code
 *   p(d), density, reciprocity                       do not change
 *   common neighbours                                scale with f; connected over unconnected does not change
 *   k-simplices, and their expectation at chance     scale with f^(k+1); their ratio does not change
 *   mean degree                                      scales with f
 *   variance of the degree                           v' = f² v + f (1 - f) m    (binomial choice of each cell's m partners)
 * }</pre>
 *
 * and the last two are turned round: {@code m = m'/f}, {@code v = (v' - (1 - f) m') / f²}. What thinning does change is noise: few
 * pairs in a bin, few simplices of a high dimension.
 *
 * @param cells how many were kept
 * @param fraction f
 * @param connections among them
 * @param density connections over ordered pairs
 * @param reciprocity share of connections that are returned
 * @param distances counts of pairs by distance
 * @param degree m
 * @param outDegreeSd root of v
 * @param inDegreeSd root of v
 * @param commonNeighbourRatio shared targets of connected over those of unconnected pairs
 * @param simplices what was counted
 */
public record WiringMeasures(
        int cells,
        double fraction,
        long connections,
        double density,
        double reciprocity,
        PairTally distances,
        double degree,
        double outDegreeSd,
        double inDegreeSd,
        double commonNeighbourRatio,
        Simplices simplices) {

    /**
     * Directed simplices of a graph by dimension.
     *
     * @param counted as they are
     * @param overChance over the expectation n (n-1) ... (n-k) p^(k(k+1)/2)
     */
    public record Simplices(long[] counted, double[] overChance) {
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }

    /**
     * @param graph connections
     * @param somata of its cells
     * @param fraction share of the cells of the tissue that the graph has, 0 to 1
     */
    public static WiringMeasures of(CellGraph graph, Somata somata, double fraction) {
        assert fraction > 0 && fraction <= 1 : fraction;
        var back = graph.reversed();
        var tally = PairTally.of(graph, back, somata, Sides.all(graph.cells()))[0];
        var out = degrees(graph);
        var in = degrees(back);
        return new WiringMeasures(
                graph.cells(),
                fraction,
                graph.connections(),
                graph.density(),
                tally.reciprocity(),
                tally,
                out.mean() / fraction,
                unthinnedSd(out, fraction),
                unthinnedSd(in, fraction),
                ratio(CommonNeighbours.efferent(graph, somata, Double.POSITIVE_INFINITY)),
                simplices(graph));
    }

    private static double ratio(CommonNeighbours shared) {
        return shared.meanConnected() / shared.meanUnconnected();
    }

    private static Moments degrees(CellGraph graph) {
        var moments = new Moments();
        for (int a = 0; a < graph.cells(); a++) {
            moments.add(graph.degree(a));
        }
        return moments;
    }

    /** Spread that the degrees had before cells were left out; 0 where chance alone explains what is seen. */
    static double unthinnedSd(Moments degrees, double fraction) {
        double variance = degrees.sd() * degrees.sd();
        return Math.sqrt(Math.max(0, variance - (1 - fraction) * degrees.mean())) / fraction;
    }

    private static Simplices simplices(CellGraph graph) {
        int most = Nbs1Subvolume.mostDimension();
        long[] counted = DirectedSimplices.count(graph, most);
        double[] over = new double[most + 1];
        double p = graph.density();
        for (int k = 0; k <= most; k++) {
            over[k] = counted[k] / DirectedSimplices.byChance(graph.cells(), p, k);
        }
        return new Simplices(counted, over);
    }
}
