package io.brainwright.connectome.model.analysis.homology;

import io.brainwright.connectome.model.analysis.CellGraph;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** All directed simplices of a graph, listed by dimension in lexicographic order of their cells. */
final class DirectedFlagComplex {
    private final List<int[]> cells = new ArrayList<>();
    private final List<Integer> counts = new ArrayList<>();
    private final CellGraph graph;

    DirectedFlagComplex(CellGraph graph) {
        this.graph = graph;
        int[] none = new int[0];
        for (int u = 0; u < graph.cells(); u++) {
            int[] targets = new int[graph.degree(u)];
            for (int i = 0; i < targets.length; i++) {
                targets[i] = graph.other(graph.begin(u) + i);
            }
            extend(none, u, targets);
        }
    }

    /** Largest dimension; -1 of an empty graph. */
    int dimension() {
        return cells.size() - 1;
    }

    /** How many simplices a dimension has. */
    int count(int dimension) {
        return dimension < 0 || dimension > dimension() ? 0 : counts.get(dimension);
    }

    /** The faces of a simplex, as numbers of the dimension below, ascending. */
    int[] faces(int dimension, int simplex) {
        int size = dimension + 1;
        int[] own = Arrays.copyOfRange(cells.get(dimension), simplex * size, simplex * size + size);
        int[] faces = new int[size];
        int[] face = new int[dimension];
        for (int left = 0; left < size; left++) {
            System.arraycopy(own, 0, face, 0, left);
            System.arraycopy(own, left + 1, face, left, dimension - left);
            faces[left] = find(face);
        }
        Arrays.sort(faces);
        return faces;
    }

    private void extend(int[] before, int cell, int[] candidates) {
        int[] simplex = Arrays.copyOf(before, before.length + 1);
        simplex[before.length] = cell;
        add(simplex);
        for (int next : candidates) {
            extend(simplex, next, common(candidates, next));
        }
    }

    private int[] common(int[] candidates, int cell) {
        int[] kept = new int[candidates.length];
        int n = 0;
        for (int c : candidates) {
            if (c != cell && graph.connects(cell, c)) {
                kept[n++] = c;
            }
        }
        return Arrays.copyOf(kept, n);
    }

    private void add(int[] simplex) {
        int dimension = simplex.length - 1;
        if (cells.size() == dimension) {
            cells.add(new int[simplex.length * 64]);
            counts.add(0);
        }
        int at = counts.get(dimension) * simplex.length;
        int[] list = cells.get(dimension);
        if (at == list.length) {
            list = Arrays.copyOf(list, Math.multiplyExact(at, 2));
            cells.set(dimension, list);
        }
        System.arraycopy(simplex, 0, list, at, simplex.length);
        counts.set(dimension, counts.get(dimension) + 1);
    }

    private int find(int[] simplex) {
        int size = simplex.length;
        int[] list = cells.get(size - 1);
        int low = 0;
        int high = count(size - 1) - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int order = Arrays.compare(list, middle * size, middle * size + size, simplex, 0, size);
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
