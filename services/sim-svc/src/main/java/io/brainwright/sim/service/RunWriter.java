package io.brainwright.sim.service;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.sim.model.circuit.Circuit;
import io.brainwright.sim.model.solver.Observer;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Writes a run while it goes: spikes, both reports, and how far it is. */
final class RunWriter implements Observer {
    private static final int SPIKES_PER_BLOCK = 8192;
    private static final double PROGRESS_EVERY_MS = 2;
    /** Least bytes of voltages in a record that others may read while the run goes on: chosen, a fetch of some milliseconds. */
    private static final long SHARED_BYTES = 256 << 10;

    private final Circuit circuit;
    private final ChunkSink out;
    private final ReportBlocks soma;
    private final ReportBlocks compartments;
    private final ReportBlocks field;
    private final @Nullable PlasticRows plastic;
    private final double[] times_ms = new double[SPIKES_PER_BLOCK];
    private final long[] node_ids = new long[SPIKES_PER_BLOCK];
    private int held;
    private long spikes;
    private double told_ms;
    private long unshared;

    RunWriter(Circuit circuit, ChunkSink out) {
        this.circuit = circuit;
        this.out = out;
        this.soma = new ReportBlocks(SimTables.SOMA_REPORT, out);
        this.compartments = new ReportBlocks(SimTables.COMPARTMENT_REPORT, out);
        this.field = new ReportBlocks(SimTables.LFP, out);
        this.plastic = circuit.plastic().map(PlasticRows::new).orElse(null);
    }

    @Override
    public void spike(double t_ms, int cell) {
        times_ms[held] = t_ms;
        node_ids[held++] = circuit.cells().get(cell).node_id();
        spikes++;
        if (held == SPIKES_PER_BLOCK) {
            flushSpikes();
        }
    }

    @Override
    public void frame(int recording, long frame, double t_ms, double[] values) {
        if (plastic != null && plastic.takes(recording, frame, values)) {
            return;
        }
        if (recording == Circuit.ALL_NODES) {
            field.frame(frame, t_ms, circuit.field().orElseThrow().potential_mV(t_ms, values));
            return;
        }
        var report = recording == Circuit.SOMA_REPORT ? soma : compartments;
        if (report.frame(frame, t_ms, values) && report == compartments) {
            share(values.length);
        }
    }

    /** A block of frames was written: where enough has come together, it can be watched from here on. */
    private void share(int values) {
        unshared += (long) ReportBlocks.FRAMES_PER_BLOCK * values * Float.BYTES;
        if (unshared >= SHARED_BYTES) {
            unshared = 0;
            flushSpikes();
            out.share();
        }
    }

    @Override
    public void progress(double done_ms) {
        if (done_ms >= told_ms + PROGRESS_EVERY_MS) {
            told_ms = done_ms;
            out.progress((long) done_ms, summary());
        }
    }

    /** How many spikes so far: "1 240 spikes". */
    String summary() {
        return String.format(Locale.ROOT, "%,d", spikes).replace(',', ' ') + (spikes == 1 ? " spike" : " spikes");
    }

    /** Writes what is still held. */
    void finish() {
        flushSpikes();
        soma.flush();
        compartments.flush();
        field.flush();
        if (plastic != null) {
            plastic.write(out);
        }
    }

    private void flushSpikes() {
        if (held > 0) {
            out.write(Batch.of(SimTables.SPIKES, Arrays.copyOf(times_ms, held), Arrays.copyOf(node_ids, held)));
            held = 0;
        }
    }
}
