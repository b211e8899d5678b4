package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/**
 * Counts of the ordered pairs (a, b) of one pathway, a sending and b receiving, and what follows from them.
 *
 * <pre>{@code
 *   connection probability   p = connected / pairs, also by bins of the distance of the somata
 *   reciprocity              r = returned / connected, returned: a→b and b→a
 *   by chance                q = backward / pairs, backward: b→a; r / q is 1 where directions are independent
 * }</pre>
 *
 * Where both sides are the same cells, q = p and r is the usual reciprocity of a directed graph.
 *
 * @see <a href="https://doi.org/10.1371/journal.pbio.0030068">Song et al. 2005, PLoS Biology: reciprocal pairs against chance</a>
 */
public final class PairTally {
    /** chosen: width of the bins of distance. */
    public static final double BIN_UM = 50;

    private long pairs;
    private long connected;
    private long backward;
    private long returned;
    private long[] pairsAt = new long[8];
    private long[] connectedAt = new long[8];

    /**
     * Counts all pairs of each pathway, by number {@code pre group * groups + post group}; O(cells²).
     *
     * @param back the graph reversed
     */
    public static PairTally[] of(CellGraph graph, CellGraph back, Somata somata, Sides sides) {
        var tallies = new PairTally[sides.groups() * sides.groups()];
        Arrays.setAll(tallies, _ -> new PairTally());
        for (int a = 0; a < graph.cells(); a++) {
            if (!sides.pre()[a]) {
                continue;
            }
            int out = graph.begin(a);
            int in = back.begin(a);
            for (int b = 0; b < graph.cells(); b++) {
                boolean there = out < graph.end(a) && graph.other(out) == b;
                boolean backAgain = in < back.end(a) && back.other(in) == b;
                out += there ? 1 : 0;
                in += backAgain ? 1 : 0;
                if (a != b && sides.post()[b] && sides.near(somata, a, b)) {
                    tallies[sides.pathway(a, b)].add(Math.sqrt(somata.squared_um2(a, b)), there, backAgain);
                }
            }
        }
        return tallies;
    }

    private void add(double distance_um, boolean there, boolean backAgain) {
        int bin = (int) (distance_um / BIN_UM);
        if (bin >= pairsAt.length) {
            pairsAt = Arrays.copyOf(pairsAt, bin + bin / 2 + 1);
            connectedAt = Arrays.copyOf(connectedAt, pairsAt.length);
        }
        pairs++;
        pairsAt[bin]++;
        connected += there ? 1 : 0;
        connectedAt[bin] += there ? 1 : 0;
        backward += backAgain ? 1 : 0;
        returned += there && backAgain ? 1 : 0;
    }

    public long pairs() {
        return pairs;
    }

    public long connected() {
        return connected;
    }

    /** p; NaN without pairs. */
    public double probability() {
        return (double) connected / pairs;
    }

    /** r; NaN without connections. */
    public double reciprocity() {
        return (double) returned / connected;
    }

    /** r / q; NaN where nothing is connected either way. */
    public double reciprocityOverChance() {
        return reciprocity() / ((double) backward / pairs);
    }

    /** Number of bins, some of which may be empty. */
    public int bins() {
        return pairsAt.length;
    }

    public long pairs(int bin) {
        return pairsAt[bin];
    }

    /** p within one bin; NaN without pairs there. */
    public double probability(int bin) {
        return (double) connectedAt[bin] / pairsAt[bin];
    }
}
