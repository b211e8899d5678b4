package io.brainwright.sim.cases;

import io.brainwright.sim.cases.CaseNetwork.NotSupported;
import io.brainwright.sim.model.solver.Backend;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** Runs case files and compares with what they expect. */
public final class CaseCheck {
    private CaseCheck() {}

    /**
     * Runs every variant of a case and judges every expectation.
     *
     * @param caseJson the case file
     * @param backend who computes
     */
    public static CaseReport run(Path caseJson, Backend backend) {
        var file = CaseFile.read(caseJson);
        var outcomes = new ArrayList<CaseReport.Outcome>();
        var notSupported = new LinkedHashSet<String>();
        var kind = file.root().path("kind").asString("");
        if (!kind.equals("experiment")) {
            outcomes.addAll(file.taken(() -> FunctionTables.judge(file, kind, backend, notSupported)));
            return new CaseReport(file.name(), "formulas", outcomes, List.copyOf(notSupported));
        }
        var device = "";
        for (var variant : file.taken(file::variants)) {
            try {
                var run =
                        new CaseRun(file, variant, backend, Runtime.getRuntime().availableProcessors());
                device = run.summary.device().device();
                outcomes.addAll(file.taken(() -> new Expectations(file, variant, run, notSupported).judge()));
            } catch (NotSupported e) {
                notSupported.add("%s: %s".formatted(variant.name(), e.getMessage()));
            }
        }
        return new CaseReport(file.name(), device, outcomes, List.copyOf(notSupported));
    }

    /** Runs a case's first variant for its speed. */
    public static Bench bench(Path caseJson, Backend backend, int threads) {
        var file = CaseFile.read(caseJson);
        var run = new CaseRun(file, file.variants().get(0), backend, threads);
        var s = run.summary;
        double mcs = 1e-6 * s.compartments() * s.steps();
        return new Bench(file.name(), s.device().device(), threads, mcs / s.seconds(), s.seconds(), s.spikes());
    }

    /**
     * @param mcs_per_s million compartment steps per second of wall time, all threads together
     * @param seconds wall time of the stepping
     */
    public record Bench(String name, String device, int threads, double mcs_per_s, double seconds, long spikes) {}
}
