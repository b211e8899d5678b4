package io.brainwright.neuro.topology;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;

/**
 * The barcode of one tree: a bar for every leaf, from the fork where it parts from an elder branch to its tip.
 *
 * <pre>{@code
 *   at a fork the child whose farthest leaf has the greatest f survives;
 *   every other child closes a bar (f(its leaf), f(fork)); the last leaf closes at the root (f = 0)
 * }</pre>
 *
 * f is the distance from the tree's first point, in um. One pass over the sections, O(n). Bar 0 is the last survivor.
 *
 * @see <a href="https://doi.org/10.1007/s12021-017-9341-1">Kanari et al. 2018, Neuroinformatics</a>
 */
public final class Barcode {
    private final double[] tip_um;
    private final double[] fork_um;
    private final int[] first;
    private final int[] leaf;

    private Barcode(double[] tip_um, double[] fork_um, int[] first, int[] leaf) {
        this.tip_um = tip_um;
        this.fork_um = fork_um;
        this.first = first;
        this.leaf = leaf;
    }

    /** Distance along the neurite. */
    public static Barcode ofPath(Morphology cell, int root) {
        return of(cell, root, pathToEnd_um(cell, root));
    }

    /** Straight distance from the tree's first point. */
    public static Barcode ofRadius(Morphology cell, int root) {
        double[] f = new double[cell.sectionCount()];
        int o = cell.begin(root);
        for (int s = root; s < f.length; s++) {
            int p = cell.end(s) - 1;
            double dx = (double) cell.x(p) - cell.x(o);
            double dy = (double) cell.y(p) - cell.y(o);
            double dz = (double) cell.z(p) - cell.z(o);
            f[s] = Math.sqrt(dx * dx + dy * dy + dz * dz);
        }
        return of(cell, root, f);
    }

    /** Path length from the tree's first point to the end of each of its sections, um; NaN outside the tree. */
    public static double[] pathToEnd_um(Morphology cell, int root) {
        double[] path = new double[cell.sectionCount()];
        Arrays.fill(path, Double.NaN);
        path[root] = cell.length_um(root);
        for (int s = root + 1; s < path.length; s++) {
            if (cell.parent(s) > 0) {
                path[s] = path[cell.parent(s)] + cell.length_um(s);
            }
        }
        return path;
    }

    private static Barcode of(Morphology cell, int root, double[] f) {
        int n = cell.sectionCount();
        int[] leafOf = new int[n];
        boolean[] inTree = new boolean[n];
        inTree[root] = true;
        for (int s = root + 1; s < n; s++) {
            inTree[s] = cell.parent(s) >= root && inTree[cell.parent(s)];
        }
        Arrays.fill(leafOf, -1);
        for (int s = n - 1; s > root; s--) {
            if (inTree[s]) {
                int parent = cell.parent(s);
                leafOf[s] = leafOf[s] < 0 ? s : leafOf[s];
                if (leafOf[parent] < 0 || f[leafOf[s]] >= f[leafOf[parent]]) {
                    leafOf[parent] = leafOf[s];
                }
            }
        }
        leafOf[root] = leafOf[root] < 0 ? root : leafOf[root];
        return bars(cell, root, f, inTree, leafOf);
    }

    private static Barcode bars(Morphology cell, int root, double[] f, boolean[] inTree, int[] leafOf) {
        int n = cell.sectionCount();
        double[] tip = new double[n];
        double[] fork = new double[n];
        int[] first = new int[n];
        int[] leaf = new int[n];
        int bars = 0;
        for (int s = root; s < n; s++) {
            boolean begins = s == root || (inTree[s] && leafOf[s] != leafOf[cell.parent(s)]);
            if (begins) {
                tip[bars] = f[leafOf[s]];
                fork[bars] = s == root ? 0 : f[cell.parent(s)];
                first[bars] = s;
                leaf[bars++] = leafOf[s];
            }
        }
        return new Barcode(
                Arrays.copyOf(tip, bars),
                Arrays.copyOf(fork, bars),
                Arrays.copyOf(first, bars),
                Arrays.copyOf(leaf, bars));
    }

    public int size() {
        return tip_um.length;
    }

    /** Distance of the bar's tip. */
    public double tip_um(int bar) {
        return tip_um[bar];
    }

    /** Distance of the fork where the bar parts from an elder one; 0 for bar 0. */
    public double fork_um(int bar) {
        return fork_um[bar];
    }

    /** First section of the bar. */
    public int firstSection(int bar) {
        return first[bar];
    }

    /** Section at whose end the bar's tip lies. */
    public int leafSection(int bar) {
        return leaf[bar];
    }
}
