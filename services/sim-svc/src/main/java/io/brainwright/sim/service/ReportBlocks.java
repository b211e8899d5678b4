package io.brainwright.sim.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import java.util.Arrays;

/** Writes the frames of one report in blocks of 16, a constant of the algorithm, so that no more is ever held. */
final class ReportBlocks {
    static final int FRAMES_PER_BLOCK = 16;

    private final TableSchema schema;
    private final ChunkSink out;
    private final long[] frames = new long[FRAMES_PER_BLOCK];
    private final double[] times_ms = new double[FRAMES_PER_BLOCK];
    private final float[][] values = new float[FRAMES_PER_BLOCK][];
    private int held;

    ReportBlocks(TableSchema schema, ChunkSink out) {
        this.schema = schema;
        this.out = out;
    }

    /** Adds a frame; gives whether a block was written. */
    boolean frame(long frame, double t_ms, double[] v_mV) {
        var row = new float[v_mV.length];
        for (int i = 0; i < row.length; i++) {
            row[i] = (float) v_mV[i];
        }
        frames[held] = frame;
        times_ms[held] = t_ms;
        values[held++] = row;
        if (held < FRAMES_PER_BLOCK) {
            return false;
        }
        flush();
        return true;
    }

    void flush() {
        if (held > 0) {
            out.write(Batch.of(
                    schema, Arrays.copyOf(frames, held), Arrays.copyOf(times_ms, held), Arrays.copyOf(values, held)));
            held = 0;
        }
    }
}
