package io.brainwright.connectome.model.analysis.homology;

import io.brainwright.connectome.model.analysis.CellGraph;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How many cavities of each dimension the directed simplices of a circuit enclose.
 *
 * <pre>{@code
 *   beta_k = S_k - rank d_k - rank d_(k+1),   d_k the boundary map of the k-simplices, modulo 2
 * }</pre>
 *
 * beta_0 counts the parts that hang together, beta_1 the loops that no triangles fill, and so on. The ranks are found by reducing the
 * columns of each map, from the highest dimension down: a simplex that is the last face of a reduced column bounds nothing itself, so its
 * own column need not be reduced (Chen &amp; Kerber's twist).
 *
 * @see <a href="https://doi.org/10.3389/fncom.2017.00048">Reimann et al. 2017, Cliques of neurons bound into cavities</a>
 */
public final class BettiNumbers {
    private final DirectedFlagComplex complex;
    private BitSet bounding = new BitSet();

    private BettiNumbers(CellGraph graph) {
        complex = new DirectedFlagComplex(graph);
    }

    /** Betti numbers of dimensions 0 up to the largest of the graph; memory in proportion to the number of its simplices. */
    public static long[] of(CellGraph graph) {
        var betti = new BettiNumbers(graph);
        int top = betti.complex.dimension();
        long[] rank = new long[top + 2];
        for (int k = top; k > 0; k--) {
            rank[k] = betti.rank(k);
        }
        long[] numbers = new long[top + 1];
        for (int k = 0; k <= top; k++) {
            numbers[k] = betti.complex.count(k) - rank[k] - rank[k + 1];
        }
        return numbers;
    }

    private int rank(int dimension) {
        Map<Integer, int[]> reduced = new HashMap<>();
        var column = new BitSet(complex.count(dimension - 1));
        for (int s = 0; s < complex.count(dimension); s++) {
            if (bounding.get(s)) {
                continue;
            }
            for (int face : complex.faces(dimension, s)) {
                column.flip(face);
            }
            int last = column.length() - 1;
            for (int[] other = reduced.get(last); last >= 0 && other != null; other = reduced.get(last)) {
                for (int row : other) {
                    column.flip(row);
                }
                last = column.previousSetBit(last);
            }
            if (last >= 0) {
                reduced.put(last, column.stream().toArray());
                column.clear();
            }
        }
        bounding = new BitSet();
        for (int last : reduced.keySet()) {
            bounding.set(last);
        }
        return reduced.size();
    }
}
