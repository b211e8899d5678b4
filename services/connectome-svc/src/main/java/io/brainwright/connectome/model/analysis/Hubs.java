package io.brainwright.connectome.model.analysis;

import io.brainwright.neuro.statistics.Moments;
import java.util.stream.IntStream;

/**
 * The cells with many more partners than others: total degree (in plus out) above mean + 2 sd of all cells.
 *
 * @param threshold the degree that a hub exceeds
 * @param cells the hubs, most connected first
 * @see <a href="https://doi.org/10.1016/j.tics.2013.09.012">van den Heuvel &amp; Sporns 2013, Network hubs in the human brain</a>
 */
public record Hubs(double threshold, int[] cells) {
    /** chosen: in a normal distribution some 2 % of cells lie above. */
    private static final double DEVIATIONS = 2;

    /** Finds the hubs of a graph. */
    public static Hubs of(CellGraph graph, CellGraph back) {
        var degrees = new Moments();
        for (int c = 0; c < graph.cells(); c++) {
            degrees.add(graph.degree(c) + back.degree(c));
        }
        double threshold = degrees.mean() + DEVIATIONS * degrees.sd();
        int[] hubs = IntStream.range(0, graph.cells())
                .filter(c -> graph.degree(c) + back.degree(c) > threshold)
                .boxed()
                .sorted((a, b) -> Integer.compare(graph.degree(b) + back.degree(b), graph.degree(a) + back.degree(a)))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Hubs(threshold, hubs);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hubs h && h.threshold == threshold && java.util.Arrays.equals(h.cells, cells);
    }

    @Override
    public int hashCode() {
        return java.util.Arrays.hashCode(cells);
    }
}
