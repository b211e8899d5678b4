package io.brainwright.neuro.morphometrics;

import io.brainwright.neuro.morphology.Morphology;
import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/**
 * The trees of one neurite type, with what every feature asks for: children, path lengths, leaves. One pass over the sections each.
 */
final class Trees {
    final Morphology cell;
    /** The sections of the type, parents before children. */
    final int[] sections;
    /** First sections of the trees: those on the soma, or on a neurite of another type. */
    final int[] roots;
    /** Root of each section's tree; -1 outside the type. */
    final int[] rootOf;
    /** How many children of the same type a section has. */
    final int[] children;
    /** Length of each section, um. */
    final double[] length_um;
    /** Path from the tree's first point to the end of each section, um. */
    final double[] path_um;
    /** Sections at and beyond each section. */
    final int[] sectionsFrom;

    private final int[] firstChild;
    private final int[] nextSibling;

    Trees(Morphology cell, int type) {
        this.cell = cell;
        int n = cell.sectionCount();
        rootOf = new int[n];
        children = new int[n];
        length_um = new double[n];
        path_um = new double[n];
        sectionsFrom = new int[n];
        firstChild = new int[n];
        nextSibling = new int[n];
        Arrays.fill(rootOf, -1);
        Arrays.fill(firstChild, -1);
        Arrays.fill(nextSibling, -1);
        int[] found = new int[n];
        int[] foundRoots = new int[n];
        int count = 0;
        int rootCount = 0;
        for (int s = 1; s < n; s++) {
            if (cell.type(s) == type) {
                found[count++] = s;
                int parent = cell.parent(s);
                boolean root = parent < 1 || rootOf[parent] < 0;
                rootOf[s] = root ? s : rootOf[parent];
                length_um[s] = cell.length_um(s);
                path_um[s] = length_um[s] + (root ? 0 : path_um[parent]);
                if (root) {
                    foundRoots[rootCount++] = s;
                }
            }
        }
        sections = Arrays.copyOf(found, count);
        roots = Arrays.copyOf(foundRoots, rootCount);
        link();
    }

    private void link() {
        for (int i = sections.length - 1; i >= 0; i--) {
            int s = sections[i];
            sectionsFrom[s]++;
            if (rootOf[s] != s) {
                int parent = cell.parent(s);
                children[parent]++;
                sectionsFrom[parent] += sectionsFrom[s];
                nextSibling[s] = firstChild[parent];
                firstChild[parent] = s;
            }
        }
    }

    int child(int section, int which) {
        int s = firstChild[section];
        for (int i = 0; i < which; i++) {
            s = nextSibling[s];
        }
        return s;
    }

    boolean fork(int section) {
        return children[section] == 2;
    }

    boolean leaf(int section) {
        return children[section] == 0;
    }

    /** One value for each section that a condition holds for. */
    double[] each(java.util.function.IntPredicate where, IntToDoubleFunction value) {
        return Arrays.stream(sections).filter(where).mapToDouble(value).toArray();
    }

    double[] each(IntToDoubleFunction value) {
        return Arrays.stream(sections).mapToDouble(value).toArray();
    }

    /** Straight distance between two points, um. */
    double distance_um(int a, int b) {
        double dx = (double) cell.x(a) - cell.x(b);
        double dy = (double) cell.y(a) - cell.y(b);
        double dz = (double) cell.z(a) - cell.z(b);
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
