package io.brainwright.placement.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Somata of different sizes that may not overlap, in one hash of cubes: two keep the sum of their radii, two of one kind also the
 * distance that their kind keeps.
 */
final class RoomForSomata {
    private final double edge_um;
    private final double largestRadius_um;
    private final Map<Cube, List<Soma>> cubes = new HashMap<>();

    private record Cube(int x, int y, int z) {}

    /**
     * A soma.
     *
     * @param kind what keeps a distance to its like
     */
    record Soma(double x, double y, double z, double radius_um, int kind) {}

    /**
     * @param largestRadius_um of all somata to come
     * @param widest_um largest distance that like somata keep
     */
    RoomForSomata(double largestRadius_um, double widest_um) {
        this.largestRadius_um = largestRadius_um;
        this.edge_um = Math.max(2 * largestRadius_um, widest_um);
    }

    void add(Soma soma) {
        cubes.computeIfAbsent(cube(soma, 0, 0, 0), _ -> new ArrayList<>()).add(soma);
    }

    /** Whether a soma has room where its like keep this far. */
    boolean free(Soma soma, double likes_um) {
        assert soma.radius_um() <= largestRadius_um && likes_um <= edge_um : "larger than the cubes: " + soma;
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                for (int dz = -1; dz <= 1; dz++) {
                    for (var other : cubes.getOrDefault(cube(soma, dx, dy, dz), List.of())) {
                        double keep_um = soma.radius_um() + other.radius_um();
                        if (soma.kind() == other.kind()) {
                            keep_um = Math.max(keep_um, likes_um);
                        }
                        if (squared_um2(soma, other) < keep_um * keep_um) {
                            return false;
                        }
                    }
                }
            }
        }
        return true;
    }

    private Cube cube(Soma soma, int dx, int dy, int dz) {
        return new Cube(
                (int) Math.floor(soma.x() / edge_um) + dx,
                (int) Math.floor(soma.y() / edge_um) + dy,
                (int) Math.floor(soma.z() / edge_um) + dz);
    }

    private static double squared_um2(Soma a, Soma b) {
        double dx = a.x() - b.x();
        double dy = a.y() - b.y();
        double dz = a.z() - b.z();
        return dx * dx + dy * dy + dz * dz;
    }
}
