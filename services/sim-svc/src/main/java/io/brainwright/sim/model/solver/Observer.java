package io.brainwright.sim.model.solver;

/**
 * Sees a run while it goes. All calls come from the thread that called {@link Simulation#run}, in order of time; spikes of one
 * time come in order of gid.
 */
public interface Observer {
    /** Time done, ms; about once per epoch. */
    default void progress(double done_ms) {}

    /** A spike at the grid time of the step that crossed the threshold. */
    default void spike(double t_ms, int cell) {}

    /**
     * One frame of a recording.
     *
     * @param recording index of the recording
     * @param frame 0 at time 0
     * @param t_ms its time
     * @param values one per place; reused afterwards, copy what you keep
     */
    default void frame(int recording, long frame, double t_ms, double[] values) {}

    /** Asked once per epoch; true stops the run with a Problem of kind CANCELLED. */
    default boolean cancelled() {
        return false;
    }
}
