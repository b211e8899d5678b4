package io.brainwright.placement.model.domains;

import io.brainwright.placement.model.domains.Polyhedron.HalfSpace;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Laguerre (power) tessellation of spheres within a convex piece of tissue, exact: every cell is the piece, cut by its neighbours.
 *
 * <pre>{@code
 *   cell_i = { p : |p - x_i|² - r_i² ≤ |p - x_j|² - r_j² for all j }
 * }</pre>
 *
 * The plane towards j lies {@code (d² + r_i² - r_j²) / 2d} from x_i, so that neighbours, taken by distance d, are done when that exceeds the
 * farthest corner for the largest r.
 *
 * @see <a href="https://doi.org/10.1137/0216006">Aurenhammer 1987, SIAM J. Comput. 16:78: power diagrams</a>
 */
public final class PowerCells {
    private static final double FIRST_LOOK_um = 100;

    private final double[][] centres;
    private final double[] squared_um2;
    private final double largest_um2;
    private final Polyhedron tissue;
    private final Integer[] byY;
    private final double[] sortedY;

    /**
     * @param centres x, y, z of each sphere, um; no two alike
     * @param radius_um of each
     * @param tissue what is shared out
     */
    public PowerCells(double[][] centres, double[] radius_um, Polyhedron tissue) {
        this.centres = centres;
        this.squared_um2 = Arrays.stream(radius_um).map(r -> r * r).toArray();
        this.largest_um2 = Arrays.stream(squared_um2).max().orElse(0);
        this.tissue = tissue;
        this.byY = IntStream.range(0, centres.length)
                .boxed()
                .sorted((a, b) -> Double.compare(centres[a][1], centres[b][1]))
                .toArray(Integer[]::new);
        this.sortedY = Arrays.stream(byY).mapToDouble(i -> centres[i][1]).toArray();
    }

    /** The cell of sphere i; empty where others hide it. */
    public Polyhedron cell(int i) {
        var cell = tissue;
        double done_um = 0;
        for (double look_um = FIRST_LOOK_um; ; look_um *= 2) {
            for (int j : around(i, done_um, look_um)) {
                if (cell.isEmpty() || settled(cell, i, distance_um(i, j))) {
                    return cell;
                }
                cell = cell.cut(towards(i, j));
            }
            if (cell.isEmpty() || settled(cell, i, look_um)) {
                return cell;
            }
            if (look_um > 2 * tissue.reach_um(centres[i])) {
                return cell;
            }
            done_um = look_um;
        }
    }

    /** Whether no sphere at this distance or farther can cut the cell. */
    private boolean settled(Polyhedron cell, int i, double d_um) {
        return (d_um * d_um + squared_um2[i] - largest_um2) / (2 * d_um) > cell.reach_um(centres[i]);
    }

    private HalfSpace towards(int i, int j) {
        double[] a = centres[i];
        double[] b = centres[j];
        double c = 0;
        for (int k = 0; k < 3; k++) {
            c += b[k] * b[k] - a[k] * a[k];
        }
        return new HalfSpace(b[0] - a[0], b[1] - a[1], b[2] - a[2], (c + squared_um2[i] - squared_um2[j]) / 2);
    }

    /** Other spheres whose distance lies in (from, to], nearest first. */
    private int[] around(int i, double from_um, double to_um) {
        int first = Arrays.binarySearch(sortedY, centres[i][1] - to_um);
        int at = first < 0 ? -first - 1 : first;
        while (at > 0 && sortedY[at - 1] >= centres[i][1] - to_um) {
            at--;
        }
        var found = IntStream.builder();
        for (; at < byY.length && sortedY[at] <= centres[i][1] + to_um; at++) {
            int j = byY[at];
            double d = distance_um(i, j);
            if (j != i && d > from_um && d <= to_um) {
                found.add(j);
            }
        }
        return found.build()
                .boxed()
                .sorted((a, b) -> Double.compare(distance_um(i, a), distance_um(i, b)))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private double distance_um(int i, int j) {
        double dx = centres[i][0] - centres[j][0];
        double dy = centres[i][1] - centres[j][1];
        double dz = centres[i][2] - centres[j][2];
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
