package io.brainwright.neuro.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * In which order unknowns are eliminated, and which entries of the triangular factor can then differ from zero.
 *
 * <p>Always the unknown with the fewest neighbours next, the lowest index where several have (minimum degree; Tinney &amp; Walker 1967,
 * doi:10.1109/PROC.1967.6011).
 */
final class Elimination {
    private final int[] order;
    private final int[] place;
    private final int[][] below;

    private Elimination(int[] order, int[][] below) {
        this.order = order;
        this.below = below;
        this.place = new int[order.length];
        for (int p = 0; p < order.length; p++) {
            place[order[p]] = p;
        }
        for (var rows : below) {
            for (int i = 0; i < rows.length; i++) {
                rows[i] = place[rows[i]];
            }
            Arrays.sort(rows);
        }
    }

    /**
     * @param unknowns how many
     * @param cliques sets of unknowns that stand in one relation
     */
    static Elimination of(int unknowns, List<int[]> cliques) {
        var neighbours = new ArrayList<BitSet>();
        IntStream.range(0, unknowns).forEach(_ -> neighbours.add(new BitSet(unknowns)));
        for (var clique : cliques) {
            for (int a : clique) {
                for (int b : clique) {
                    neighbours.get(a).set(b);
                }
            }
        }
        var degree = new int[unknowns];
        for (int i = 0; i < unknowns; i++) {
            neighbours.get(i).clear(i);
            degree[i] = neighbours.get(i).cardinality();
        }
        var order = new int[unknowns];
        var below = new int[unknowns][];
        for (int p = 0; p < unknowns; p++) {
            int next = fewest(degree);
            order[p] = next;
            below[p] = neighbours.get(next).stream().toArray();
            degree[next] = Integer.MAX_VALUE;
            for (int i : below[p]) {
                var of = neighbours.get(i);
                of.or(neighbours.get(next));
                of.clear(i);
                of.clear(next);
                degree[i] = of.cardinality();
            }
        }
        return new Elimination(order, below);
    }

    private static int fewest(int[] degree) {
        int best = 0;
        for (int i = 1; i < degree.length; i++) {
            if (degree[i] < degree[best]) {
                best = i;
            }
        }
        return best;
    }

    /** Whether unknowns that stand in one relation are provided for. */
    boolean holds(int[] clique) {
        for (int a : clique) {
            for (int b : clique) {
                if (place[a] < place[b] && Arrays.binarySearch(below[place[a]], place[b]) < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    int size() {
        return order.length;
    }

    /** Unknown at a place of the order. */
    int unknown(int at) {
        return order[at];
    }

    /** Place of an unknown in the order. */
    int place(int unknown) {
        return place[unknown];
    }

    /** Places of the entries under the diagonal of a column, ascending; not to be changed. */
    int[] below(int column) {
        return below[column];
    }
}
