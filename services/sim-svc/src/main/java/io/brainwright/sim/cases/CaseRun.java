package io.brainwright.sim.cases;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Checkpoints;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.sim.run.Progress;
import io.brainwright.sim.run.RunLog;
import io.brainwright.sim.run.RunOptions;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One variant, run. */
final class CaseRun {
    final CaseNetwork network;
    final CaseRecords records;
    final Simulation.Summary summary;
    /** Time (ms) and cell of each spike, in order. */
    final List<double[]> spikes;

    CaseRun(CaseFile file, CaseFile.Variant variant, Backend backend, int threads) {
        this(built(file, variant), RunOptions.plain(backend, threads, null, _ -> {}), null);
    }

    /** @param checkpoints of the run; null: none */
    CaseRun(Built built, RunOptions options, @Nullable Checkpoints checkpoints) {
        network = built.network;
        records = built.records;
        var log = new RunLog(
                new Progress(network.run.tstop_ms(), options.say()),
                (recording, frame, _, values) -> records.keep(recording, (int) frame, values),
                options.paused());
        summary = Simulation.run(built.circuit, options.backend(), options.threads(), log, checkpoints);
        spikes = log.spikes();
    }

    /** What a variant asks for, before anything runs. */
    record Built(CaseNetwork network, CaseRecords records, Network circuit) {}

    static Built built(CaseFile file, CaseFile.Variant variant) {
        CaseLimits.check(file, variant.root());
        return file.taken(() -> {
            var network = new CaseNetwork(file, variant.root());
            var records = new CaseRecords(network, variant.root());
            return new Built(network, records, network.builder.build());
        });
    }

    double dt_ms() {
        return network.run.dt_ms();
    }

    double[] spikesOf(int cell) {
        return spikes.stream().filter(s -> s[1] == cell).mapToDouble(s -> s[0]).toArray();
    }
}
