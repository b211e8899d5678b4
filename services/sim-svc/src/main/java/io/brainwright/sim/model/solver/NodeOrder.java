package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.cell.Compartments;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;

/**
 * The order in which a cell's nodes stand in a block: group by group of sections (soma, apical, axon, basal, ...) and level by level
 * within a group, a parent before its children.
 *
 * <p>Neighbours in this order lie on different branches, so that the processor eliminates several at once, where along a branch each
 * would wait for the one before it; and neighbours have the same mechanisms, in cells side by side too, so that tables have few gaps.
 */
final class NodeOrder {
    private NodeOrder() {}

    /** Place of each node. */
    static int[] places(Compartments shape) {
        int n = shape.count();
        var children = children(shape);
        var place = new int[n];
        var roots = new ArrayDeque<Integer>(); // nodes without a place whose parent has one, in order
        roots.add(0);
        int next = 0;
        while (!roots.isEmpty()) {
            var group = roots.stream()
                    .map(shape::group)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            var level = new ArrayDeque<Integer>();
            var others = new ArrayDeque<Integer>();
            for (int root : roots) {
                (shape.group(root).equals(group) ? level : others).add(root);
            }
            roots = others;
            while (!level.isEmpty()) {
                int node = level.remove();
                place[node] = next++;
                for (int child : children[node]) {
                    (shape.group(child).equals(group) ? level : roots).add(child);
                }
            }
        }
        return place;
    }

    private static int[][] children(Compartments shape) {
        int n = shape.count();
        var count = new int[n];
        for (int node = 1; node < n; node++) {
            count[shape.parent(node)]++;
        }
        var children = new int[n][];
        Arrays.setAll(children, node -> new int[count[node]]);
        for (int node = n - 1; node >= 1; node--) {
            children[shape.parent(node)][--count[shape.parent(node)]] = node;
        }
        return children;
    }
}
