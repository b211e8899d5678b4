package io.brainwright.studio.web.experiment;

import io.brainwright.agents.notebook.Made;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What the simulations of an entry recorded, read from the datasets that the entry names. */
@Component
final class Recorded {
    /** chosen: more lines than these cannot be told apart in one plot. */
    private static final int MOST_TRACES = 24;

    private final Notebook notebook;
    private final Datasets datasets;

    Recorded(Datasets datasets, @Value("${brainwright.workspace}") Path workspace) {
        this.notebook = new Notebook(workspace);
        this.datasets = datasets;
    }

    /**
     * A simulation of an entry.
     *
     * @param label what it is in the run: "sim", "sim control"
     * @param id its dataset
     */
    record Simulation(String label, String id) {}

    /** The simulations of an entry. */
    record Runs(String entry, List<Simulation> simulations) {}

    /**
     * Spikes and the cells that could fire them; row i of each list belongs together.
     *
     * @param duration_ms length of the run
     * @param onset_ms when the stimulus began; 0 where there was none
     */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON and forgotten; never compared
    record Activity(
            String entry,
            String request,
            String dataset,
            List<Simulation> simulations,
            double duration_ms,
            double onset_ms,
            double[] spike_ms,
            long[] spike_node,
            long[] node_id,
            int[] layer,
            String[] mtype,
            String[] synapse_class,
            float[] depth_um) {}

    /** One frame after another of some cells' somatic voltage; values[i] belongs to node_id[i]. */
    @SuppressWarnings("ArrayRecordComponent") // written as JSON and forgotten; never compared
    record Traces(double[] time_ms, long[] node_id, float[][] values) {}

    /** What an entry simulated; empty where nothing. */
    Runs runs(String name) {
        var entry = name.isEmpty() ? notebook.newest() : notebook.find(name);
        return new Runs(
                entry.name(),
                entry.findings().datasets().stream()
                        .filter(d -> d.rows().containsKey("spikes"))
                        .map(d -> new Simulation(d.label(), d.id()))
                        .toList());
    }

    /** The spikes of a simulation of an entry, and its cells. */
    Activity activity(String name, String label) {
        var entry = name.isEmpty() ? notebook.newest() : notebook.find(name);
        var findings = entry.findings();
        var runs = findings.datasets().stream()
                .filter(d -> d.rows().containsKey("spikes"))
                .toList();
        var run = chosen(runs, label, entry.name());
        var cells = cells(findings.datasets(), run);
        var spikes = datasets.read(new DatasetId(run.id()), "spikes");
        return new Activity(
                entry.name(),
                entry.request(),
                run.id(),
                runs.stream().map(d -> new Simulation(d.label(), d.id())).toList(),
                run.request().path("duration_ms").asDouble(0),
                findings.onset_ms(),
                spikes.doubles("timestamps"),
                spikes.longs("node_ids"),
                cells.longs("node_id"),
                widened(cells.bytes("layer")),
                cells.texts("mtype"),
                cells.texts("synapse_class"),
                cells.floats("depth_um"));
    }

    /**
     * Somatic voltages.
     *
     * @param wanted node ids; the first cells where it is empty
     */
    Traces traces(String name, String label, long[] wanted) {
        var entry = name.isEmpty() ? notebook.newest() : notebook.find(name);
        var made = entry.findings().datasets();
        var run =
                chosen(made.stream().filter(d -> d.rows().containsKey("spikes")).toList(), label, entry.name());
        if (run.rows().getOrDefault("soma_report", 0L) == 0) {
            throw new Problem(
                    Kind.NOT_FOUND,
                    "NOT_RECORDED",
                    "This run recorded no somatic voltages.",
                    "Ask for voltage traces in the request.",
                    Map.of("entry", entry.name()));
        }
        var ids = cells(made, run).longs("node_id");
        Arrays.sort(ids);
        var columns = columns(ids, wanted);
        var report = datasets.read(new DatasetId(run.id()), "soma_report");
        var frames = report.floatLists("values");
        var values = new float[columns.length][frames.length];
        for (int f = 0; f < frames.length; f++) {
            for (int c = 0; c < columns.length; c++) {
                values[c][f] = frames[f][columns[c]];
            }
        }
        return new Traces(
                report.doubles("time_ms"),
                Arrays.stream(columns).mapToLong(c -> ids[c]).toArray(),
                values);
    }

    /** A simulation of an entry: the newest entry and its first simulation where none is named. */
    Made run(String name, String label) {
        var entry = name.isEmpty() ? notebook.newest() : notebook.find(name);
        return chosen(
                entry.findings().datasets().stream()
                        .filter(d -> d.rows().containsKey("spikes"))
                        .toList(),
                label,
                entry.name());
    }

    private static int[] columns(long[] ids, long[] wanted) {
        if (wanted.length > MOST_TRACES) {
            throw Problem.invalid(
                    "These traces cannot be shown.",
                    List.of(new FieldFault("node_ids", "At most %d cells at once.".formatted(MOST_TRACES))));
        }
        var columns = new int[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            columns[i] = Arrays.binarySearch(ids, wanted[i]);
            if (columns[i] < 0) {
                throw Problem.invalid(
                        "A cell was not recorded.",
                        List.of(new FieldFault("node_ids", "%d is no cell of this run.".formatted(wanted[i]))));
            }
        }
        return columns;
    }

    private static Made chosen(List<Made> runs, String label, String entry) {
        return runs.stream()
                .filter(d -> label.isEmpty() || d.label().equals(label) || d.id().equals(label))
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Kind.NOT_FOUND,
                        "NOTHING_SIMULATED",
                        "The entry %s has no simulation%s.".formatted(entry, label.isEmpty() ? "" : " '" + label + "'"),
                        runs.isEmpty()
                                ? "Choose an entry that ran a simulation."
                                : "There are: "
                                        + String.join(
                                                ", ",
                                                runs.stream().map(Made::label).toList()) + ".",
                        Map.of("entry", entry)));
    }

    /** The cells behind a run: the placement that it was made from. */
    private Batch cells(List<Made> made, Made run) {
        Map<String, Made> byId = new HashMap<>();
        made.forEach(d -> byId.put(d.id(), d));
        var next = new java.util.ArrayDeque<>(run.inputs());
        while (!next.isEmpty()) {
            var input = byId.get(next.remove());
            if (input != null && input.rows().containsKey("cells")) {
                return datasets.read(new DatasetId(input.id()), "cells");
            }
            if (input != null) {
                next.addAll(input.inputs());
            }
        }
        throw new Problem(
                Kind.NOT_FOUND,
                "CELLS_NOT_FOUND",
                "The entry does not name the cells of its simulation.",
                "Run its plan again, so that it is written anew.",
                Map.of("dataset", run.id()));
    }

    private static int[] widened(byte[] values) {
        var wide = new int[values.length];
        for (int i = 0; i < wide.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }
}
