package io.brainwright.sim.service;

import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.sim.model.field.PotentialField;
import java.util.Set;

/** The metric that the extracellular potential gives: of the whole probe, whatever the group. */
final class FieldMetrics {
    static final Set<String> NAMES = Set.of("lfp");

    private static final int MOST_POINTS = 1500;

    private final AnalysedRun run;
    private final Measurements out;

    FieldMetrics(AnalysedRun run, MeasuredResponse.Builder answer) {
        this.run = run;
        this.out = new Measurements(answer);
    }

    void measure() {
        if (!run.made().hasDepthProbe()) {
            out.value("lfp_trough", "all", Double.NaN, "mV", 0);
            out.note("The extracellular potential was not recorded: ask to record the LFP.");
            return;
        }
        var depths_um = run.table(SimTables.LFP_CONTACTS.name()).floats("depth_um");
        var report = run.table(SimTables.LFP.name());
        var times_ms = report.doubles("time_ms");
        var values = report.floatLists("values");
        trough(depths_um, times_ms, values);
        int every = Math.max(1, times_ms.length / MOST_POINTS);
        for (int e = 0; e < depths_um.length; e++) {
            var curve =
                    out.series("lfp", "%.0f um".formatted(depths_um[e]), "time (ms)", "extracellular potential (mV)");
            for (int i = 0; i < times_ms.length; i += every) {
                curve.addX(times_ms[i]).addY(values[i][e]);
            }
        }
        out.note(
                "LFP: potential of all membrane currents at %d contacts in a medium of %s S/m; its trough from %s to %s ms, where and when."
                        .formatted(depths_um.length, PotentialField.SIGMA_S_PER_M, run.from_ms(), run.to_ms()));
    }

    private void trough(float[] depths_um, double[] times_ms, float[][] values) {
        int frame = -1;
        int contact = -1;
        for (int i = 0; i < times_ms.length; i++) {
            for (int e = 0; e < depths_um.length && times_ms[i] >= run.from_ms() && times_ms[i] <= run.to_ms(); e++) {
                if (frame < 0 || values[i][e] < values[frame][contact]) {
                    frame = i;
                    contact = e;
                }
            }
        }
        if (frame >= 0) {
            out.value("lfp_trough", "all", values[frame][contact], "mV", depths_um.length);
            out.value("lfp_trough_depth", "all", depths_um[contact], "um", depths_um.length);
            out.value("lfp_trough_time", "all", times_ms[frame], "ms", depths_um.length);
        }
    }
}
