package io.brainwright.placement.model.vessels;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Branch points in a grid of cubes. */
final class NodeGrid {
    private final double edge_um;
    private final Map<List<Integer>, List<Node>> cubes = new HashMap<>();
    private int size;

    private record Node(int id, double[] place) {}

    private record Far(int id, double um) {
        private static final Comparator<Far> NEAREST =
                Comparator.comparingDouble(Far::um).thenComparingInt(Far::id);
    }

    NodeGrid(double edge_um) {
        this.edge_um = edge_um;
    }

    void add(int id, double[] place) {
        cubes.computeIfAbsent(cube(place, 0, 0, 0), _ -> new ArrayList<>()).add(new Node(id, place));
        size++;
    }

    /** Whether no node stands nearer; {@code keep_um} at most the edge of a cube. */
    boolean free(double[] place, double keep_um) {
        return around(place, 1).stream().allMatch(n -> Pieces.distance(n.place(), place) >= keep_um);
    }

    /** The nearest others, nearest first, ties by id. */
    List<Integer> nearest(double[] place, int self, int k) {
        for (int reach = 1; ; reach++) {
            double sure_um = reach * edge_um;
            var found = around(place, reach).stream()
                    .filter(n -> n.id() != self)
                    .map(n -> new Far(n.id(), Pieces.distance(n.place(), place)))
                    .sorted(Far.NEAREST)
                    .toList();
            if (found.size() >= size - 1
                    || found.size() >= k && found.get(k - 1).um() <= sure_um) {
                return found.stream().limit(k).map(Far::id).toList();
            }
        }
    }

    private List<Node> around(double[] place, int reach) {
        var found = new ArrayList<Node>();
        for (int x = -reach; x <= reach; x++) {
            for (int y = -reach; y <= reach; y++) {
                for (int z = -reach; z <= reach; z++) {
                    found.addAll(cubes.getOrDefault(cube(place, x, y, z), List.of()));
                }
            }
        }
        return found;
    }

    private List<Integer> cube(double[] place, int x, int y, int z) {
        return List.of(
                (int) Math.floor(place[0] / edge_um) + x,
                (int) Math.floor(place[1] / edge_um) + y,
                (int) Math.floor(place[2] / edge_um) + z);
    }
}
