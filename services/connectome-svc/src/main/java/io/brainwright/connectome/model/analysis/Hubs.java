package io.brainwright.connectome.model.analysis;

import io.brainwright.neuro.statistics.Moments;
import java.util.Arrays;
import java.util.Comparator;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The cells with much more of something than others: above mean + 2 sd of all cells. By degree, those with many more partners.
 *
 * @param threshold the amount that a hub exceeds
 * @param cells the hubs, those with most first
 * @see <a href="https://doi.org/10.1016/j.tics.2013.09.012">van den Heuvel &amp; Sporns 2013, Network hubs in the human brain</a>
 */
public record Hubs(double threshold, int[] cells) {
    /** chosen: in a normal distribution some 2 % of cells lie above. */
    private static final double DEVIATIONS = 2;

    /** Finds the hubs of a graph by total degree, in plus out. */
    public static Hubs of(CellGraph graph, CellGraph back) {
        return of(graph.cells(), c -> graph.degree(c) + back.degree(c));
    }

    /** Finds the hubs by any amount that cells have. */
    static Hubs of(int cells, IntToDoubleFunction amount) {
        var amounts = new Moments();
        for (int c = 0; c < cells; c++) {
            amounts.add(amount.applyAsDouble(c));
        }
        double threshold = amounts.mean() + DEVIATIONS * amounts.sd();
        int[] hubs = IntStream.range(0, cells)
                .filter(c -> amount.applyAsDouble(c) > threshold)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(amount::applyAsDouble)
                        .reversed())
                .mapToInt(Integer::intValue)
                .toArray();
        return new Hubs(threshold, hubs);
    }

    /** How many of these are hubs of another kind too. */
    public long shared(Hubs other) {
        return Arrays.stream(cells)
                .filter(h -> Arrays.stream(other.cells).anyMatch(o -> o == h))
                .count();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hubs h && h.threshold == threshold && Arrays.equals(h.cells, cells);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(cells);
    }
}
