package io.brainwright.agents.showing;

import io.brainwright.agents.scene.Moment;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * When "the spike climbs the apical dendrite" in the run of a scene: from shortly before the first spike of a cell with an apical dendrite
 * to the moment when the last compartment of that dendrite that is reached crosses -30 mV.
 */
final class SpikeClimb {
    private static final float ACTIVE_MV = -30;

    /** chosen: a climb takes a few ms; what is active later is another spike. */
    private static final double LONGEST_MS = 20;

    /** chosen: enough to see it begin and end. */
    private static final double AROUND_MS = 0.5;

    /** chosen: where no dendrite is reached, the spike itself. */
    private static final double SPIKE_MS = 2;

    private static final String COMPARTMENTS = "compartments";
    private static final String REPORT = "compartment_report";

    private final Datasets datasets;
    private final JsonNode scene;

    SpikeClimb(Datasets datasets, JsonNode scene) {
        this.datasets = datasets;
        this.scene = scene;
    }

    /** {from, to} in ms. */
    double[] window_ms() {
        var run = source("spikes", "uri")
                .orElseThrow(() -> Problem.invalid(
                        "This scene has no spikes.",
                        List.of(new FieldFault("/sources", "holds no source of kind spikes; simulate first."))));
        var apical = apical();
        var spikes = datasets.read(run, "spikes");
        var shown = shown_ms();
        for (int i = 0; i < spikes.rowCount(); i++) {
            long cell = spikes.longs("node_ids")[i];
            double t = spikes.doubles("timestamps")[i];
            if (t >= shown[0] && t <= shown[1] && apical.containsKey(cell)) {
                return new double[] {
                    Math.max(shown[0], tenth(t - AROUND_MS)),
                    Math.min(shown[1], tenth(ended_ms(run, cell, apical.getOrDefault(cell, Set.of()), t) + AROUND_MS))
                };
            }
        }
        throw Problem.invalid(
                "No spike is shown.",
                List.of(new FieldFault(
                        "/time/sim", "holds no spike of a cell with an apical dendrite; show another span of time.")));
    }

    /** Apical sections of the cells that the scene draws. */
    private Map<Long, Set<Integer>> apical() {
        var wanted = new HashSet<Long>();
        scene.path("sources").forEach(s -> s.path("select").path("node_ids").forEach(n -> wanted.add(n.asLong())));
        scene.path("layers").forEach(l -> l.path("select").path("node_ids").forEach(n -> wanted.add(n.asLong())));
        Map<Long, Set<Integer>> found = new HashMap<>();
        var shapes = source("circuit", "morphologies");
        if (shapes.isEmpty()) {
            return found;
        }
        for (int chunk = 0; chunk < datasets.manifest(shapes.get()).chunks().size(); chunk++) {
            var batch = datasets.read(shapes.get(), MorphologyTable.NAME, chunk);
            for (int row = 0; row < batch.rowCount(); row++) {
                long cell = batch.longs("node_id")[row];
                var sections = new HashSet<Integer>();
                var m = MorphologyTable.morphology(batch, row);
                for (int s = 1; s < m.sectionCount(); s++) {
                    if (m.type(s) == SectionType.APICAL) {
                        sections.add(s);
                    }
                }
                if (!sections.isEmpty() && (wanted.isEmpty() || wanted.contains(cell))) {
                    found.put(cell, sections);
                }
            }
        }
        return found;
    }

    /** When the last apical compartment that the spike reaches crosses the threshold. */
    private double ended_ms(DatasetId run, long cell, Set<Integer> sections, double from_ms) {
        var rows = compartments(run, cell, sections);
        boolean[] reached = new boolean[rows.size()];
        double end = from_ms + SPIKE_MS;
        for (int chunk = 0; chunk < datasets.manifest(run).chunks().size(); chunk++) {
            Batch report = datasets.read(run, REPORT, chunk);
            for (int frame = 0; frame < report.rowCount(); frame++) {
                double t = report.doubles("time_ms")[frame];
                if (t > from_ms + LONGEST_MS) {
                    return end;
                }
                float[] v = report.floatLists("values")[frame];
                for (int c = 0; t >= from_ms && c < reached.length; c++) {
                    if (!reached[c] && v[rows.get(c)] > ACTIVE_MV) {
                        reached[c] = true;
                        end = Math.max(end, t);
                    }
                }
            }
        }
        return end;
    }

    private List<Integer> compartments(DatasetId run, long cell, Set<Integer> sections) {
        boolean recorded =
                datasets.manifest(run).tables().stream().anyMatch(t -> t.name().equals(COMPARTMENTS));
        var rows = new ArrayList<Integer>();
        if (recorded) {
            var where = datasets.read(run, COMPARTMENTS);
            for (int i = 0; i < where.rowCount(); i++) {
                if (where.longs("node_id")[i] == cell && sections.contains(where.ints("section_id")[i])) {
                    rows.add(i);
                }
            }
        }
        return rows;
    }

    private double[] shown_ms() {
        var sim = scene.path("time").path("sim");
        return sim.size() == 2
                ? new double[] {
                    Moment.ms(sim.get(0).asString()), Moment.ms(sim.get(1).asString())
                }
                : new double[] {0, Double.POSITIVE_INFINITY};
    }

    private Optional<DatasetId> source(String kind, String key) {
        return scene.path("sources")
                .valueStream()
                .filter(s -> s.path("kind").asString("").equals(kind))
                .map(s -> s.path(key).asString(""))
                .filter(uri -> uri.startsWith("dataset:"))
                .map(uri -> new DatasetId(uri.substring("dataset:".length())))
                .findFirst();
    }

    private static double tenth(double ms) {
        return Math.rint(ms * 10) / 10;
    }
}
