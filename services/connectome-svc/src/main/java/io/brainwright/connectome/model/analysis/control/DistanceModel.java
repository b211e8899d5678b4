package io.brainwright.connectome.model.analysis.control;

import io.brainwright.connectome.model.analysis.CellGraph;
import io.brainwright.connectome.model.analysis.Somata;
import io.brainwright.neuro.random.Draws;
import java.util.Arrays;

/**
 * Keeps the chance of a connection by the distance of the somata, in bins; within a bin, all pairs are as likely.
 *
 * <pre>{@code
 *   p(bin) = connected pairs / pairs;   a → b with chance p(bin of |a - b|)
 * }</pre>
 *
 * @param somata where the cells lie
 * @param bin_um width of a bin
 */
public record DistanceModel(Somata somata, double bin_um) implements Control {
    @Override
    public CellGraph draw(CellGraph graph, long seed) {
        double[] chance = chances(graph);
        int n = graph.cells();
        var pairs = new Pairs(graph.connections());
        for (int a = 0; a < n; a++) {
            var draws = Draws.of(seed, "connectome.control.distance", a);
            for (int b = 0; b < n; b++) {
                if (a != b && draws.nextDouble() < chance[bin(a, b)]) {
                    pairs.add(a, b);
                }
            }
        }
        return pairs.graph(n);
    }

    private double[] chances(CellGraph graph) {
        long[] all = new long[64];
        long[] connected = new long[64];
        for (int a = 0; a < graph.cells(); a++) {
            for (int b = 0; b < graph.cells(); b++) {
                int bin = bin(a, b);
                if (bin >= all.length) {
                    all = Arrays.copyOf(all, bin * 2);
                    connected = Arrays.copyOf(connected, bin * 2);
                }
                all[bin] += a == b ? 0 : 1;
            }
            for (int e = graph.begin(a); e < graph.end(a); e++) {
                connected[bin(a, graph.other(e))]++;
            }
        }
        double[] chance = new double[all.length];
        for (int bin = 0; bin < chance.length; bin++) {
            chance[bin] = all[bin] == 0 ? 0 : (double) connected[bin] / all[bin];
        }
        return chance;
    }

    private int bin(int a, int b) {
        return (int) (Math.sqrt(somata.squared_um2(a, b)) / bin_um);
    }
}
