package io.brainwright.sim.model.solver;

import java.util.ArrayList;
import java.util.List;

/** Scratch columns of one thread, shared by all its blocks, so that they stay in the nearest cache. */
final class Workspace {
    private final int length;
    private final List<double[]> columns = new ArrayList<>();

    Workspace(int length) {
        this.length = length;
    }

    double[] column(int number) {
        while (columns.size() <= number) {
            columns.add(new double[length]);
        }
        return columns.get(number);
    }
}
