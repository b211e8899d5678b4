package io.brainwright.sim.cases;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Checkpoints;
import io.brainwright.sim.model.solver.RunCost;
import io.brainwright.sim.run.Extremes;
import io.brainwright.sim.run.RunForecast;
import io.brainwright.sim.run.RunOptions;
import io.brainwright.sim.run.RunSummary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A case file as an experiment: runs every variant and keeps what its records and detectors saw; nothing is judged. */
public final class CaseExperiment {
    private static final long BYTES_PER_SAMPLE = 32; // a double in an array of its own
    private static final long BYTES_PER_NUMBER = 24; // as text, and as a float beside

    private CaseExperiment() {}

    /**
     * Runs a case.
     *
     * @param caseJson the case file
     * @param backend who computes
     * @param threads threads to use
     * @param out folder for traces and spikes, a folder in it for each variant of more than one; null: nothing is written
     * @param say told how far it is
     * @throws Problem before anything runs, with everything that the case gets wrong or that is not supported
     */
    public static List<RunSummary> run(
            Path caseJson, Backend backend, int threads, @Nullable Path out, Consumer<String> say) {
        return run(caseJson, RunOptions.plain(backend, threads, out, say));
    }

    /**
     * The same with checkpoints and pauses; a variant that was finished before a pause is told again from its last checkpoint.
     *
     * @throws Problem PAUSED where it was stopped; NO_CHECKPOINT where there is nothing to resume
     */
    public static List<RunSummary> run(Path caseJson, RunOptions options) {
        var file = experiment(caseJson);
        var variants = file.taken(file::variants);
        var folders = new ArrayList<@Nullable Path>();
        var checkpoints = new ArrayList<@Nullable Checkpoints>();
        for (var variant : variants) {
            var out = options.out();
            folders.add(out == null || variants.size() == 1 ? out : out.resolve(safe(variant.name())));
            checkpoints.add(options.checkpoints(folders.getLast()));
        }
        if (options.resume() && checkpoints.stream().allMatch(c -> c == null || !c.exists())) {
            throw RunOptions.nothingToResume(Objects.requireNonNull(options.out()));
        }
        var summaries = new ArrayList<RunSummary>();
        for (int v = 0; v < variants.size(); v++) {
            summaries.add(run(file, variants.get(v), options, folders.get(v), checkpoints.get(v)));
        }
        checkpoints.forEach(c -> {
            if (c != null) {
                c.remove();
            }
        });
        return List.copyOf(summaries);
    }

    private static CaseFile experiment(Path caseJson) {
        var file = CaseFile.read(caseJson);
        var kind = file.root().path("kind").asString("");
        if (!kind.equals("experiment")) {
            throw Problem.invalid(
                    "%s holds no experiment.".formatted(caseJson),
                    List.of(new FieldFault(
                            "/kind",
                            "is '%s', a table of values that is judged by sim check; 'experiment' can be run"
                                    .formatted(kind))));
        }
        file.taken(file::variants).forEach(v -> CaseKeys.check(file, v.root()));
        return file;
    }

    /** Says what each variant of a case would cost, after stepping a part of it for two seconds. */
    public static List<RunForecast> estimate(Path caseJson, RunOptions options) {
        var file = experiment(caseJson);
        var forecasts = new ArrayList<RunForecast>();
        for (var variant : file.taken(file::variants)) {
            var built = built(file, variant);
            var network = built.circuit();
            double samples = network.run().steps() + 1.0;
            int records = variant.root().path("records").size();
            forecasts.add(RunForecast.of(
                    file.name(),
                    variant.name(),
                    network,
                    RunCost.measured(network, options.backend(), options.threads()),
                    samples * (network.recordings().size() * BYTES_PER_SAMPLE + records * Double.BYTES),
                    samples * records * BYTES_PER_NUMBER));
        }
        return List.copyOf(forecasts);
    }

    private static RunSummary run(
            CaseFile file,
            CaseFile.Variant variant,
            RunOptions options,
            @Nullable Path out,
            @Nullable Checkpoints checkpoints) {
        var run = started(file, variant, options, checkpoints);
        var traces = new LinkedHashMap<String, double[]>();
        for (var record : variant.root().path("records")) {
            var id = record.path("id").asString();
            traces.put(id, run.records.trace(id));
        }
        var files = out == null ? List.<Path>of() : CaseOutput.write(out, run, variant.root(), traces);
        var extremes = new ArrayList<Extremes>();
        traces.forEach((id, trace) -> extremes.add(Extremes.of(id, trace, run.dt_ms())));
        var s = run.summary;
        return new RunSummary(
                file.name(),
                variant.name(),
                s.device().backend(),
                s.device().device(),
                run.network.cells.size(),
                s.compartments(),
                run.network.run.tstop_ms(),
                s.steps(),
                s.seconds(),
                s.spikes(),
                firing(run),
                extremes,
                files.stream().map(Path::toString).toList(),
                List.of());
    }

    private static CaseRun started(
            CaseFile file, CaseFile.Variant variant, RunOptions options, @Nullable Checkpoints checkpoints) {
        return new CaseRun(built(file, variant), options, checkpoints);
    }

    private static CaseRun.Built built(CaseFile file, CaseFile.Variant variant) {
        try {
            var built = CaseRun.built(file, variant);
            var faults = new ArrayList<FieldFault>();
            built.records().notSupported.forEach((id, why) -> faults.add(new FieldFault("/records " + id, why)));
            if (!faults.isEmpty()) {
                throw Problem.invalid("%s records what cannot be recorded.".formatted(file.path()), faults);
            }
            return built;
        } catch (CaseNetwork.NotSupported e) {
            throw file.wrong("it asks for %s, which is not supported".formatted(e.getMessage()));
        }
    }

    private static List<RunSummary.Firing> firing(CaseRun run) {
        var firing = new ArrayList<RunSummary.Firing>();
        for (int cell = 0; cell < run.network.cells.size(); cell++) {
            var times = run.spikesOf(cell);
            if (times.length > 0) {
                firing.add(
                        new RunSummary.Firing(String.valueOf(cell), times.length, times[0], times[times.length - 1]));
            }
        }
        return firing;
    }

    /** A variant's name as a folder's. */
    private static String safe(String name) {
        return name.replaceAll("[^A-Za-z0-9._-]", "_");
    }
}
