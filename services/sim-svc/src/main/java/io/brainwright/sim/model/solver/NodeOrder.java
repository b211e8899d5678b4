package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.cell.Compartments;
import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * The order in which a cell's nodes stand in a block: level by level within a group of sections (axon, basal, ...), a parent
 * before its children.
 *
 * <p>Neighbours in this order lie on different branches, so that the processor eliminates several at once, where along a branch each
 * would wait for the one before it; and they have the same mechanisms, so that tables have few gaps.
 */
final class NodeOrder {
    private NodeOrder() {}

    /** Place of each node. */
    static int[] places(Compartments shape) {
        int n = shape.count();
        var childCount = new int[n];
        for (int node = 1; node < n; node++) {
            childCount[shape.parent(node)]++;
        }
        var children = new int[n][];
        Arrays.setAll(children, node -> new int[childCount[node]]);
        for (int node = n - 1; node >= 1; node--) {
            children[shape.parent(node)][--childCount[shape.parent(node)]] = node;
        }
        var place = new int[n];
        var roots = new ArrayDeque<Integer>(); // nodes whose parent has a place and is of another group, in order
        roots.add(0);
        int next = 0;
        while (!roots.isEmpty()) {
            var group = shape.group(roots.getFirst());
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
}
