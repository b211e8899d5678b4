package io.brainwright.sim.sonata;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.field.Source.Point;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.RunCost;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.neuron.NeuronExport;
import io.brainwright.sim.run.Progress;
import io.brainwright.sim.run.RunForecast;
import io.brainwright.sim.run.RunLog;
import io.brainwright.sim.run.RunOptions;
import io.brainwright.sim.run.RunSummary;
import io.brainwright.sonata.circuit.NodeSelection;
import io.brainwright.sonata.circuit.SonataCircuit;
import io.brainwright.sonata.config.BioNetFile;
import io.brainwright.sonata.config.SimulationFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A SONATA simulation configuration, carried out: everything is read and checked before the first step. */
public final class SonataExperiment {
    private SonataExperiment() {}

    /**
     * Runs a simulation.
     *
     * @param config the configuration
     * @param backend who computes
     * @param threads threads to use
     * @param out folder of spikes and reports in place of the configuration's; null: the configuration's
     * @param say told how far it is
     * @return one summary
     */
    public static List<RunSummary> run(
            Path config, Backend backend, int threads, @Nullable Path out, Consumer<String> say) {
        return run(config, RunOptions.plain(backend, threads, out, say));
    }

    /**
     * The same with checkpoints and pauses.
     *
     * @throws io.brainwright.neuro.problem.Problem PAUSED where it was stopped; NO_CHECKPOINT where there is nothing to resume
     */
    public static List<RunSummary> run(Path config, RunOptions options) {
        var asked = Asked.read(config);
        var simulation = asked.simulation();
        var out = options.out();
        var folder = out == null ? simulation.output().directory() : out;
        var checkpoints = options.checkpoints(folder);
        if (options.resume() && checkpoints != null && !checkpoints.exists()) {
            throw RunOptions.nothingToResume(folder);
        }
        var built = asked.build();
        SonataOutput.checkRoom(folder, built.reports());
        var log = new ArrayList<String>();
        Consumer<String> sayAndKeep = options.say().andThen(log::add);
        var reportsOf = reportsOf(built.reports());
        var kept = new RunLog(
                new Progress(simulation.run().tstop_ms(), sayAndKeep),
                (recording, frame, t_ms, values) ->
                        Objects.requireNonNull(reportsOf.get(recording)).frame(recording, frame, t_ms, values),
                options.paused());
        try {
            built.reports().forEach(r -> r.begin(folder));
            var done = Simulation.run(built.network(), options.backend(), options.threads(), kept, checkpoints);
            var files = SonataOutput.write(
                    folder, simulation, built, kept.spikes(), asked.bionet().flatMap(BioNetFile::spikesTable));
            var summary = summary(simulation, built, done, kept.spikes(), files);
            simulation
                    .output()
                    .logFile()
                    .ifPresent(name -> SonataOutput.log(folder.resolve(name), log, summary.text()));
            if (checkpoints != null) {
                checkpoints.remove();
            }
            return List.of(summary);
        } finally {
            built.reports().forEach(Report::close);
        }
    }

    /** Says what a simulation would cost, after stepping a part of it for two seconds. */
    public static List<RunForecast> estimate(Path config, RunOptions options) {
        var asked = Asked.read(config);
        var built = asked.build();
        return List.of(RunForecast.of(
                asked.simulation().file().getFileName().toString(),
                "base",
                built.network(),
                RunCost.measured(built.network(), options.backend(), options.threads()),
                0,
                built.reports().stream().mapToDouble(Report::bytes).sum()));
    }

    /**
     * Exports a simulation for NEURON: cells with their membranes, synapses, inputs; reports stay here.
     *
     * @param config the configuration
     * @param out folder of the export
     * @return the files
     */
    public static List<Path> export(Path config, Path out) {
        var recipe = RecipeFile.open(ElectricalModels.RECIPE);
        var built = SonataNetwork.build(Asked.extended(config, "export"), ElectricalModels.of(recipe));
        var shapes = built.cells().list().stream()
                .map(cell -> cell.morphology().orElseThrow())
                .toList();
        return NeuronExport.write(built.network(), shapes, recipe.number("fixed.Ra_ohm_cm"), out);
    }

    /**
     * Writes the weights that an lfp report needs, for the cells of a simulation.
     *
     * @param config the configuration; its reports and run.electrodes_file are not looked at
     * @param electrodes places, um, in the coordinates of the circuit
     * @param file gets them; replaced if it exists
     */
    public static void electrodes(Path config, List<Point> electrodes, Path file) {
        var simulation = Asked.extended(config, "electrodes");
        var circuit = SonataCircuit.open(simulation.circuit());
        var selection = new NodeSelection(circuit, simulation.nodeSetsFile());
        var cells = SonataCells.read(circuit, selection, simulation.nodeSet(), ElectricalModels.open());
        ElectrodeWeights.write(cells, electrodes, file);
    }

    private static Map<Integer, Report> reportsOf(List<Report> reports) {
        var of = new HashMap<Integer, Report>();
        reports.forEach(r -> r.recordings().forEach(recording -> of.put(recording, r)));
        return of;
    }

    private static RunSummary summary(
            SimulationFile simulation,
            SonataNetwork built,
            Simulation.Summary done,
            List<double[]> spikes,
            List<Path> files) {
        return new RunSummary(
                simulation.file().getFileName().toString(),
                "base",
                done.device().backend(),
                done.device().device(),
                built.cells().list().size(),
                done.compartments(),
                simulation.run().tstop_ms(),
                done.steps(),
                done.seconds(),
                done.spikes(),
                firing(built.cells(), spikes),
                built.reports().stream().map(Report::extremes).toList(),
                files.stream().map(Path::toString).toList(),
                built.notes());
    }

    private static List<RunSummary.Firing> firing(SonataCells cells, List<double[]> spikes) {
        var firing = new java.util.TreeMap<Integer, RunSummary.Firing>();
        for (var spike : spikes) {
            int cell = (int) spike[1];
            firing.merge(
                    cell,
                    new RunSummary.Firing(cells.get(cell).name(), 1, spike[0], spike[0]),
                    (before, one) -> new RunSummary.Firing(
                            before.cell(), before.spikes() + 1, before.first_ms(), one.last_ms()));
        }
        return List.copyOf(firing.values());
    }

    /** For tests: the network of a configuration. */
    static Network network(Path config) {
        return Asked.read(config).build().network();
    }
}
