package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Where a long-range axon leaves the local one: in the middle of the lowest segment of its main path that lies within the tissue. The main path begins with the larger axon
 * tree on the soma and follows, at each fork, the child that carries more axon.
 *
 * @param root first section of the tree
 * @param section section that is cut in two
 * @param point begin of the segment that is cut
 */
record AxonFork(int root, int section, int point) {
    /** Empty where the cell has no axon. */
    static Optional<AxonFork> of(Morphology cell, Predicate<double[]> within) {
        double[] carried = carried_um(cell);
        int root = largest(cell, 0, carried);
        if (root < 0) {
            return Optional.empty();
        }
        var lowest = new AxonFork(root, root, cell.begin(root));
        for (int s = root; s >= 0; s = largest(cell, s, carried)) {
            for (int p = cell.begin(s); p < cell.end(s) - 1; p++) {
                var fork = new AxonFork(root, s, p);
                double[] place = fork.place(cell);
                lowest = place[1] < lowest.place(cell)[1] && within.test(place) ? fork : lowest;
            }
        }
        return Optional.of(lowest);
    }

    /** Length of each section with all that it carries. */
    private static double[] carried_um(Morphology cell) {
        double[] carried = new double[cell.sectionCount()];
        for (int s = carried.length - 1; s > 0; s--) {
            carried[s] += cell.length_um(s);
            carried[cell.parent(s)] += carried[s];
        }
        return carried;
    }

    private static int largest(Morphology cell, int parent, double[] carried) {
        int best = -1;
        for (int child : cell.children(parent)) {
            boolean more = best < 0 || carried[child] > carried[best];
            best = cell.type(child) == SectionType.AXON && more ? child : best;
        }
        return best;
    }

    /** First section after those that one carries. */
    static int after(Morphology cell, int section) {
        int s = section + 1;
        while (s < cell.sectionCount() && cell.parent(s) >= section) {
            s++;
        }
        return s;
    }

    /** The middle of the segment that is cut. */
    double[] place(Morphology cell) {
        return new double[] {
            ((double) cell.x(point) + cell.x(point + 1)) / 2,
            ((double) cell.y(point) + cell.y(point + 1)) / 2,
            ((double) cell.z(point) + cell.z(point + 1)) / 2
        };
    }
}
