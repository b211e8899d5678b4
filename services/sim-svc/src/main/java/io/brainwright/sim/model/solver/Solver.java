package io.brainwright.sim.model.solver;

/** A back end: steps all blocks through one epoch. */
interface Solver extends AutoCloseable {
    /** Who computes. */
    Backend.Device device();

    /** Seconds until its program could run. */
    double kernel_s();

    /** Bytes that it keeps for the network's state, parameters and tables. */
    long stateBytes();

    /**
     * Steps every block; its voltages are up to date afterwards where gap junctions need them.
     *
     * @param epochs one per block, in order
     */
    void run(int firstStep, int steps, Epoch[] epochs);

    /** Brings all that changes in the blocks up to date, so that it can be kept. */
    void fetch();

    @Override
    void close();
}
