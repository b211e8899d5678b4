package io.brainwright.sim.run;

import io.brainwright.sim.model.solver.Observer;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;

/** Keeps the spikes of a run and says how far it is; frames go where they are wanted. */
public final class RunLog implements Observer {
    private final Progress progress;
    private final Frames frames;
    private final BooleanSupplier paused;
    private double[] times_ms = new double[1024];
    private int[] cells = new int[1024];
    private int count;

    /** Takes frames, as {@link Observer#frame} does. */
    @FunctionalInterface
    public interface Frames {
        void frame(int recording, long frame, double t_ms, double[] values);
    }

    public RunLog(Progress progress, Frames frames) {
        this(progress, frames, () -> false);
    }

    /** @param paused asked once per epoch: whether the run is to stop */
    public RunLog(Progress progress, Frames frames, BooleanSupplier paused) {
        this.progress = progress;
        this.frames = frames;
        this.paused = paused;
    }

    /** Time (ms) and cell of each spike, in order. */
    public List<double[]> spikes() {
        return new AbstractList<>() {
            @Override
            public double[] get(int i) {
                return new double[] {times_ms[Objects.checkIndex(i, count)], cells[i]};
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    @Override
    public void progress(double done_ms) {
        progress.done(done_ms, count);
    }

    @Override
    public void spike(double t_ms, int cell) {
        if (count == cells.length) {
            times_ms = Arrays.copyOf(times_ms, 2 * count);
            cells = Arrays.copyOf(cells, 2 * count);
        }
        times_ms[count] = t_ms;
        cells[count++] = cell;
    }

    @Override
    public boolean cancelled() {
        return paused.getAsBoolean();
    }

    @Override
    public void frame(int recording, long frame, double t_ms, double[] values) {
        frames.frame(recording, frame, t_ms, values);
    }
}
