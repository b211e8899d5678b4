package io.brainwright.placement.model.vessels;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.LongPredicate;
import java.util.function.Predicate;

/** Straight pieces of vessels in a grid of cubes: which lie near a place. */
final class PieceGrid {
    private static final double EDGE_um = 25;

    private final Map<Long, List<Piece>> cubes = new HashMap<>();
    private final List<Piece> all = new ArrayList<>();

    /**
     * A piece that stands.
     *
     * @param a one end
     * @param b the other
     * @param radius_um its larger radius
     * @param from node at the near end of its section; -1: none
     * @param to node at the far end
     * @param index of the piece, as its maker counts
     */
    record Piece(double[] a, double[] b, double radius_um, int from, int to, int index) {}

    void add(Piece piece) {
        all.add(piece);
        eachCube(piece.a(), piece.b(), 0, key -> {
            cubes.computeIfAbsent(key, _ -> new ArrayList<>()).add(piece);
            return true;
        });
    }

    /** All, in the order of their adding. */
    void each(Consumer<Piece> visit) {
        all.forEach(visit);
    }

    /** Whether a test holds for all pieces whose cubes come within a reach of a stretch. */
    boolean all(double[] a, double[] b, double reach_um, Predicate<Piece> test) {
        return eachCube(a, b, reach_um, key -> {
            for (var piece : cubes.getOrDefault(key, List.of())) {
                if (!test.test(piece)) {
                    return false;
                }
            }
            return true;
        });
    }

    /** Distance of a place from the nearest centre line; infinite where none comes within the largest reach. */
    double nearest_um(double[] p, double most_um) {
        for (double reach = EDGE_um; ; reach *= 2) {
            double[] least = {Double.POSITIVE_INFINITY};
            all(p, p, reach, piece -> {
                double t = Pieces.nearest(p, piece.a(), piece.b());
                least[0] = Math.min(least[0], Pieces.distance(p, Pieces.along(piece.a(), piece.b(), t)));
                return true;
            });
            if (least[0] <= reach || reach > most_um) {
                return least[0];
            }
        }
    }

    private static boolean eachCube(double[] a, double[] b, double reach_um, LongPredicate visit) {
        var low = new int[3];
        var high = new int[3];
        for (int k = 0; k < 3; k++) {
            low[k] = (int) Math.floor((Math.min(a[k], b[k]) - reach_um) / EDGE_um);
            high[k] = (int) Math.floor((Math.max(a[k], b[k]) + reach_um) / EDGE_um);
        }
        for (int x = low[0]; x <= high[0]; x++) {
            for (int y = low[1]; y <= high[1]; y++) {
                for (int z = low[2]; z <= high[2]; z++) {
                    if (!visit.test(key(x, y, z))) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    private static long key(int x, int y, int z) {
        return (x & 0x1FFFFFL) << 42 | (y & 0x1FFFFFL) << 21 | (z & 0x1FFFFFL);
    }
}
