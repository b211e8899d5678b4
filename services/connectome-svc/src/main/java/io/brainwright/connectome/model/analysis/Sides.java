package io.brainwright.connectome.model.analysis;

import java.util.Arrays;

/**
 * Which ordered pairs of cells are looked at, and to which pair of groups each belongs.
 *
 * @param pre whether a cell is one of those that send
 * @param post whether it is one of those that receive
 * @param group group of each cell, 0 .. groups - 1
 * @param groups how many groups there are
 * @param most_um greatest distance of the somata; infinite for any
 */
public record Sides(boolean[] pre, boolean[] post, int[] group, int groups, double most_um) {
    /** All cells on both sides, in one group, at any distance. */
    public static Sides all(int cells) {
        boolean[] everyone = new boolean[cells];
        Arrays.fill(everyone, true);
        return new Sides(everyone, everyone, new int[cells], 1, Double.POSITIVE_INFINITY);
    }

    /** Number of the pair of groups that a pair of cells belongs to. */
    int pathway(int from, int to) {
        return group[from] * groups + group[to];
    }

    boolean near(Somata somata, int a, int b) {
        return somata.squared_um2(a, b) <= most_um * most_um;
    }

    /** Whether a connection is looked at. */
    boolean holds(Somata somata, int from, int to) {
        return pre[from] && post[to] && near(somata, from, to);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
