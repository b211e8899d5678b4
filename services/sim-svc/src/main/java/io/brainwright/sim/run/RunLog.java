package io.brainwright.sim.run;

import io.brainwright.sim.model.solver.Observer;
import java.util.ArrayList;
import java.util.List;

/** Keeps the spikes of a run and says how far it is; frames go where they are wanted. */
public final class RunLog implements Observer {
    private final Progress progress;
    private final Frames frames;
    private final List<double[]> spikes = new ArrayList<>();

    /** Takes frames, as {@link Observer#frame} does. */
    @FunctionalInterface
    public interface Frames {
        void frame(int recording, long frame, double t_ms, double[] values);
    }

    public RunLog(Progress progress, Frames frames) {
        this.progress = progress;
        this.frames = frames;
    }

    /** Time (ms) and cell of each spike, in order. */
    public List<double[]> spikes() {
        return spikes;
    }

    @Override
    public void progress(double done_ms) {
        progress.done(done_ms, spikes.size());
    }

    @Override
    public void spike(double t_ms, int cell) {
        spikes.add(new double[] {t_ms, cell});
    }

    @Override
    public void frame(int recording, long frame, double t_ms, double[] values) {
        frames.frame(recording, frame, t_ms, values);
    }
}
