package io.brainwright.sim.model.solver;

/**
 * The events of all blocks' point processes as the OpenCL program reads them.
 *
 * @param events step, place of the mechanism among all, row and input of each event
 * @param t_ms its own time
 * @param starts first event of each block, and the number of all
 */
record PointEvents(int[] events, double[] t_ms, int[] starts) {
    /** No event for any block. */
    static PointEvents none(Layout layout) {
        return new PointEvents(new int[4], new double[1], new int[layout.blocks.size() + 1]);
    }

    static PointEvents of(Layout layout, OpenClArena arena, Epoch[] epochs) {
        var starts = new int[epochs.length + 1];
        for (int b = 0; b < epochs.length; b++) {
            starts[b + 1] = starts[b] + epochs[b].pointArrivals.size();
        }
        var events = new int[Math.max(4, 4 * starts[epochs.length])];
        var t_ms = new double[Math.max(1, starts[epochs.length])];
        int at = 0;
        for (int b = 0; b < epochs.length; b++) {
            for (var arrival : epochs[b].pointArrivals) {
                var mechanism = layout.blocks.get(b).tables.get(arrival.table()).mechanism();
                events[4 * at] = arrival.step();
                events[4 * at + 1] = arena.place(mechanism);
                events[4 * at + 2] = arrival.row();
                events[4 * at + 3] = arrival.input();
                t_ms[at++] = arrival.t_ms();
            }
        }
        return new PointEvents(events, t_ms, starts);
    }
}
