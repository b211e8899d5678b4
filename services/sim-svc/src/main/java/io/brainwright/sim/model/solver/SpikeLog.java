package io.brainwright.sim.model.solver;

import java.util.Arrays;

/** The spikes of a run so far, in order: step and cell of each. */
public final class SpikeLog {
    private int[] steps = new int[1024];
    private int[] cells = new int[1024];
    private int size;

    /** Adds the next one. */
    public void add(int step, int cell) {
        if (size == steps.length) {
            steps = Arrays.copyOf(steps, 2 * size);
            cells = Arrays.copyOf(cells, 2 * size);
        }
        steps[size] = step;
        cells[size++] = cell;
    }

    /** How many. */
    public int size() {
        return size;
    }

    /** Steps done when it came. */
    public int step(int i) {
        return steps[i];
    }

    /** Index of the cell that fired. */
    public int cell(int i) {
        return cells[i];
    }
}
