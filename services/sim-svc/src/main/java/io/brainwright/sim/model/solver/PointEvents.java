package io.brainwright.sim.model.solver;

/** The events of all blocks' point processes as the OpenCL program reads them. */
final class PointEvents {
    /** Step, place of the mechanism among all, row and input of each event. */
    final int[] events;

    final double[] t_ms;
    /** First event of each block, and the number of all. */
    final int[] starts;

    PointEvents(Layout layout, OpenClArena arena, Epoch[] epochs) {
        starts = new int[epochs.length + 1];
        for (int b = 0; b < epochs.length; b++) {
            starts[b + 1] = starts[b] + epochs[b].pointArrivals.size();
        }
        events = new int[Math.max(4, 4 * starts[epochs.length])];
        t_ms = new double[Math.max(1, starts[epochs.length])];
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
    }
}
