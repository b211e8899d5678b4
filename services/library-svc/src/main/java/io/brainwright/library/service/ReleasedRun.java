package io.brainwright.library.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.sonata.JsonFile;
import io.brainwright.sonata.simulation.ReportWriter;
import io.brainwright.sonata.simulation.SimulationConfig;
import io.brainwright.sonata.simulation.SpikesWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.IntStream;

/** Writes a run: spikes, voltages, and what was asked for. */
final class ReleasedRun {
    private static final String OUTPUT = "reporting";
    private static final String ELECTRICAL_MODELS = "rat-nbs1-electrical";
    private static final double SPIKE_THRESHOLD_MV = -20; // of every simulated cell, at its soma

    private final Datasets datasets;
    private final DatasetId run;
    private final ReleasedCells cells;
    private final ReleasedShapes shapes;
    private final String population;

    ReleasedRun(Datasets datasets, DatasetId run, ReleasedCells cells, ReleasedShapes shapes, String population) {
        this.datasets = datasets;
        this.run = run;
        this.cells = cells;
        this.shapes = shapes;
        this.population = population;
    }

    /** @param nodeSets gets a set for the cells of each stimulus */
    void write(Path folder, Map<String, Object> nodeSets) {
        var spikes = datasets.read(run, "spikes");
        SpikesWriter.write(
                folder.resolve(OUTPUT + "/spikes.h5"),
                population,
                spikes.doubles("timestamps"),
                cells.rows(spikes.longs("node_ids")));
        var compartments = datasets.read(run, "compartments");
        long[] rows = cells.rows(compartments.longs("node_id"));
        long[] ids = new long[cells.count()];
        java.util.Arrays.setAll(ids, i -> i);
        var reports = List.of(
                report(folder, "soma_report", "soma", ReportWriter.Mapping.somas(ids)),
                report(
                        folder,
                        "compartment_report",
                        "all",
                        ReportWriter.Mapping.of(rows, shapes.sections(rows, compartments.ints("section_id")))));
        var request = request(datasets, run);
        JsonFile.write(
                folder.resolve("simulation_config.json"),
                new SimulationConfig(
                                "circuit_config.json",
                                "node_sets.json",
                                request.getDurationMs(),
                                request.getDtMs(),
                                request.getSeed(),
                                SPIKE_THRESHOLD_MV,
                                request.getTemperatureDegC(),
                                v_init_mV(request),
                                request.getCaMM(),
                                request.getMgMM(),
                                OUTPUT,
                                "spikes.h5",
                                inputs(request, folder, nodeSets),
                                reports,
                                metadata(request))
                        .tree());
    }

    private SimulationConfig.Report report(Path folder, String name, String sections, ReportWriter.Mapping mapping) {
        Batch rows = datasets.read(run, name);
        double[] times_ms = rows.doubles("time_ms");
        double dt_ms = times_ms.length > 1 ? (times_ms[times_ms.length - 1] - times_ms[0]) / (times_ms.length - 1) : 1;
        dt_ms = Math.round(dt_ms * 1e6) / 1e6; // frames lie on the grid of the steps, which are multiples of 1 ns
        ReportWriter.write(
                folder.resolve("%s/%s.h5".formatted(OUTPUT, name)),
                population,
                mapping,
                new ReportWriter.Clock(times_ms[0], dt_ms),
                "mV",
                rows.floatLists("values"));
        return new SimulationConfig.Report(name, sections, times_ms[0], times_ms[0] + times_ms.length * dt_ms, dt_ms);
    }

    /** What a run was asked for. */
    static SimRequest request(Datasets datasets, DatasetId run) {
        return datasets.manifest(run).requestInto(SimRequest.newBuilder()).build();
    }

    /** The voltage at which the electrical models of the run began. */
    private static double v_init_mV(SimRequest request) {
        return RecipeFile.open(ELECTRICAL_MODELS)
                .with(OwnNumbers.of(request.getOwnValues()))
                .number("fixed.v_init_mV");
    }

    private SequencedMap<String, Map<String, Object>> inputs(
            SimRequest request, Path folder, Map<String, Object> nodeSets) {
        var inputs = new LinkedHashMap<String, Map<String, Object>>();
        for (int s = 0; s < request.getStimuliCount(); s++) {
            var set = "Stimulated" + s;
            nodeSets.put(set, stimulated(s));
            var stimulus = request.getStimuli(s);
            boolean fibres = stimulus.hasFibreVolley() || stimulus.hasFibrePoisson();
            var input = fibres ? replay(folder, s, request.getDurationMs()) : input(stimulus);
            if (!input.isEmpty()) {
                input.put("node_set", set);
                inputs.put("stimulus" + s, input);
            }
        }
        return inputs;
    }

    private Map<String, Object> stimulated(int stimulus) {
        var rows = datasets.read(run, "stimulated");
        var members = new ArrayList<Long>();
        for (int i = 0; i < rows.rowCount(); i++) {
            if (rows.ints("stimulus")[i] == stimulus) {
                members.add(cells.rows(new long[] {rows.longs("node_id")[i]})[0]);
            }
        }
        var set = new LinkedHashMap<String, Object>();
        set.put("population", population);
        set.put("node_id", members);
        return set;
    }

    /** Spikes of fibres, which enter along their own edges onto the cells that heard them. */
    private Map<String, Object> replay(Path folder, int stimulus, double duration_ms) {
        var rows = datasets.read(run, "fibre_spikes");
        int[] mine = IntStream.range(0, rows.rowCount())
                .filter(i -> rows.ints("stimulus")[i] == stimulus)
                .toArray();
        var file = "inputs/stimulus%d_spikes.h5".formatted(stimulus);
        SpikesWriter.write(
                folder.resolve(file),
                ReleasedFibres.POPULATION,
                IntStream.of(mine)
                        .mapToDouble(i -> rows.doubles("timestamps")[i])
                        .toArray(),
                IntStream.of(mine).mapToLong(i -> rows.longs("node_ids")[i]).toArray());
        var input = new LinkedHashMap<String, Object>();
        input.put("module", "synapse_replay");
        input.put("input_type", "spikes");
        input.put("delay", 0.0);
        input.put("duration", duration_ms);
        input.put("spike_file", file);
        return input;
    }

    /** A stimulus in SONATA's words; empty where it has none for it (events on synapses of their own). */
    private static Map<String, Object> input(Stimulus stimulus) {
        var input = new LinkedHashMap<String, Object>();
        if (stimulus.hasCurrentStep()) {
            var step = stimulus.getCurrentStep();
            boolean relative = step.getPercentOfThreshold() != 0;
            input.put("module", relative ? "relative_linear" : "linear");
            input.put("input_type", "current_clamp");
            input.put("delay", step.getStartMs());
            input.put("duration", step.getDurationMs());
            input.put(
                    relative ? "percent_start" : "amp_start",
                    relative ? step.getPercentOfThreshold() : step.getAmplitudeNA());
        } else if (stimulus.hasCurrentRamp()) {
            var ramp = stimulus.getCurrentRamp();
            input.put("module", "linear");
            input.put("input_type", "current_clamp");
            input.put("delay", ramp.getStartMs());
            input.put("duration", ramp.getDurationMs());
            input.put("amp_start", ramp.getFromNA());
            input.put("amp_end", ramp.getToNA());
        } else if (stimulus.hasCurrentPulses()) {
            var pulses = stimulus.getCurrentPulses();
            input.put("module", "pulse");
            input.put("input_type", "current_clamp");
            input.put("delay", pulses.getStartMs());
            input.put("duration", pulses.getCount() * pulses.getPeriodMs());
            input.put("amp_start", pulses.getAmplitudeNA());
            input.put("width", pulses.getPulseMs());
            input.put("frequency", 1000 / pulses.getPeriodMs());
        }
        return input;
    }

    /** What SONATA cannot say: the request as it was. */
    private SequencedMap<String, Object> metadata(SimRequest request) {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("brainwright_dataset", run.hex());
        facts.put("brainwright_request", datasets.manifest(run).request());
        facts.put("magnesium_mM", request.getMgMM());
        return facts;
    }
}
