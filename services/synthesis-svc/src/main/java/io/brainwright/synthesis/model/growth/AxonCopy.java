package io.brainwright.synthesis.model.growth;

import io.brainwright.neuro.morphology.Morphology;
import java.util.function.IntConsumer;

/** Copies a cell section by section, and lets more axon be written where its sections belong. */
final class AxonCopy {
    private final Morphology cell;
    private final GrowthBuffer out;
    private final int[] written;

    AxonCopy(Morphology cell, GrowthBuffer out) {
        this.cell = cell;
        this.out = out;
        this.written = new int[cell.sectionCount()];
    }

    /** Copies all sections behind those that are written already. */
    void all(int before) {
        for (int s = 1; s < cell.sectionCount(); s++) {
            written[s] = out.section(cell.parent(s) == 0 ? 0 : written[cell.parent(s)], cell.type(s));
            assert written[s] == s + before : "section " + s;
            points(cell.begin(s), cell.end(s));
        }
    }

    /**
     * Copies all sections, one of them in two halves.
     *
     * @param stem told of the first half when what the second carries is written
     * @param tree told of the first section of the tree when it is complete
     */
    void withFork(AxonFork fork, IntConsumer stem, IntConsumer tree) {
        int afterFork = AxonFork.after(cell, fork.section());
        int afterTree = AxonFork.after(cell, fork.root());
        int first = 0;
        int half = 0;
        for (int s = 1; s <= cell.sectionCount(); s++) {
            if (s == afterFork) {
                stem.accept(half);
            }
            if (s == afterTree) {
                tree.accept(first);
            }
            if (s == cell.sectionCount()) {
                break;
            }
            int own = out.section(written[cell.parent(s)], cell.type(s));
            first = s == fork.root() ? own : first;
            written[s] = own;
            if (s == fork.section()) {
                half = own;
                written[s] = halves(fork, own);
            } else {
                points(cell.begin(s), cell.end(s));
            }
        }
    }

    private int halves(AxonFork fork, int first) {
        double[] middle = fork.place(cell);
        points(cell.begin(fork.section()), fork.point() + 1);
        out.point(middle[0], middle[1], middle[2], 0);
        int second = out.section(first, cell.type(fork.section()));
        out.point(middle[0], middle[1], middle[2], 0);
        points(fork.point() + 1, cell.end(fork.section()));
        return second;
    }

    private void points(int from, int until) {
        for (int p = from; p < until; p++) {
            out.point(cell.x(p), cell.y(p), cell.z(p), cell.diameter(p));
        }
    }
}
