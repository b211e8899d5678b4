package io.brainwright.studio.web.experiment;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import org.springframework.stereotype.Component;

/** The extracellular potential that a simulation of an entry recorded. */
@Component
final class RecordedField {
    private static final String HOW =
            "Say \"record the LFP\" in the request, or \"record the LFP too\" to the plan, and run it again.";

    private final Recorded recorded;
    private final Datasets datasets;

    RecordedField(Recorded recorded, Datasets datasets) {
        this.recorded = recorded;
        this.datasets = datasets;
    }

    /**
     * One frame after another of the potential at each contact.
     *
     * @param depth_um of each contact below the pia; none where the run did not record it
     * @param values_mV values_mV[i] belongs to depth_um[i]
     * @param how to get it, where there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON and forgotten; never compared
    record Potentials(String dataset, double[] time_ms, float[] depth_um, float[][] values_mV, String how) {}

    Potentials potentials(String entry, String label) {
        var run = recorded.run(entry, label);
        if (run.rows().getOrDefault("lfp", 0L) == 0) {
            return new Potentials(run.id(), new double[0], new float[0], new float[0][], HOW);
        }
        var report = datasets.read(new DatasetId(run.id()), "lfp");
        var depths_um = datasets.read(new DatasetId(run.id()), "lfp_contacts").floats("depth_um");
        var frames = report.floatLists("values");
        var values = new float[depths_um.length][frames.length];
        for (int f = 0; f < frames.length; f++) {
            for (int e = 0; e < depths_um.length; e++) {
                values[e][f] = frames[f][e];
            }
        }
        return new Potentials(run.id(), report.doubles("time_ms"), depths_um, values, "");
    }
}
