package io.brainwright.synthesis.model.astrocyte;

import java.util.Arrays;

/**
 * Space colonisation: every place that is still free draws the nearest node, a node that is drawn grows one step in the mean direction of its places, and
 * a place that a node has come near is taken. A node that stands still between its places grows to the nearest of them.
 *
 * <pre>{@code
 *   v' = v + D Σ (s - v) / |s - v| / |Σ ...|       s the places whose nearest node is v
 *   s is taken where min |s - v| < d_k
 * }</pre>
 *
 * @see <a href="https://doi.org/10.2312/NPH/NPH07/063-070">Runions, Lane &amp; Prusinkiewicz 2007, Modeling trees with a space colonization algorithm</a>
 */
final class Colonisation {
    static final double STEP_UM = 1.5; // D; chosen: about the diameter of a thick process
    static final double KILL_UM = 4; // d_k; chosen: places stand about 5 um apart
    private static final int MOST_STEPS = 500; // chosen: longer than any domain is wide
    private static final double SAME_UM =
            0.05; // chosen: a node that grows twice to one place is stuck between its places

    private final ProcessTree tree;
    private final double[][] places;
    private final int[] nearest;
    private final double[] square;
    private final boolean[] taken;

    Colonisation(ProcessTree tree, double[][] places) {
        this.tree = tree;
        this.places = places;
        nearest = new int[places.length];
        square = new double[places.length];
        taken = new boolean[places.length];
        Arrays.fill(square, Double.POSITIVE_INFINITY);
    }

    void grow() {
        int seen = look(0);
        for (int step = 0; step < MOST_STEPS; step++) {
            if (!step()) {
                return;
            }
            seen = look(seen);
        }
    }

    /** Lets every place see the nodes that are new. */
    private int look(int from) {
        int size = tree.size();
        for (int s = 0; s < places.length; s++) {
            for (int n = from; n < size && !taken[s]; n++) {
                double d = tree.square(n, places[s]);
                if (d < square[s]) {
                    square[s] = d;
                    nearest[s] = n;
                }
            }
            taken[s] |= square[s] < KILL_UM * KILL_UM;
        }
        return size;
    }

    private boolean step() {
        int size = tree.size();
        double[] pull = new double[3 * size];
        boolean[] drawn = new boolean[size];
        for (int s = 0; s < places.length; s++) {
            if (!taken[s]) {
                drawn[nearest[s]] = true;
                double length = Math.sqrt(square[s]);
                for (int k = 0; k < 3; k++) {
                    pull[3 * nearest[s] + k] += (places[s][k] - tree.at(nearest[s], k)) / length;
                }
            }
        }
        boolean grown = false;
        for (int n = 0; n < size; n++) {
            if (drawn[n] && (grows(n, pull, 3 * n) || grows(n, toOne(n), 0))) {
                grown = true;
            } else if (drawn[n]) {
                giveUp(n);
            }
        }
        return grown;
    }

    /** Towards the nearest of its places alone: for a node that stands between them. */
    private double[] toOne(int node) {
        int best = -1;
        for (int s = 0; s < places.length; s++) {
            boolean its = !taken[s] && nearest[s] == node;
            best = its && (best < 0 || square[s] < square[best]) ? s : best;
        }
        double[] pull = new double[3];
        for (int k = 0; k < 3; k++) {
            pull[k] = places[best][k] - tree.at(node, k);
        }
        return pull;
    }

    /** @param i where the pull on the node stands in the array */
    private boolean grows(int n, double[] pull, int i) {
        double length = Math.sqrt(pull[i] * pull[i] + pull[i + 1] * pull[i + 1] + pull[i + 2] * pull[i + 2]);
        if (length < 1e-9) {
            return false;
        }
        double[] at = new double[3];
        for (int k = 0; k < 3; k++) {
            at[k] = tree.at(n, k) + STEP_UM * pull[i + k] / length;
        }
        for (int c = n + 1; c < tree.size(); c++) {
            if (tree.parent(c) == n && tree.square(c, at) < SAME_UM * SAME_UM) {
                return false;
            }
        }
        tree.add(at, n, tree.type(n));
        return true;
    }

    private void giveUp(int node) {
        for (int s = 0; s < places.length; s++) {
            taken[s] |= nearest[s] == node;
        }
    }
}
