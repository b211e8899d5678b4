package io.brainwright.sim.sonata;

/** Makes one frame of a report from what was sampled at its time. */
@FunctionalInterface
interface RowMaker {
    /**
     * @param t_ms time of the frame
     * @param samples of each of the report's recordings
     * @param row one value per column; filled
     */
    void fill(double t_ms, double[][] samples, float[] row);
}
