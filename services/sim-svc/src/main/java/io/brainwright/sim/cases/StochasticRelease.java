package io.brainwright.sim.cases;

import io.brainwright.neuro.random.Draws;
import io.brainwright.sim.cases.CaseReport.Outcome;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.VesicleRelease;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * Compares the mean release over many trials with the deterministic table.
 *
 * <p>The limit is in standard errors of the case's own number of trials. We take three times as many, so that one lucky or unlucky
 * seed does not decide.
 */
final class StochasticRelease {
    private static final int MORE_TRIALS = 3;
    private static final long SEED = 1;

    private StochasticRelease() {}

    static List<Outcome> judge(CaseFile file) {
        var outcomes = new ArrayList<Outcome>();
        var csv = Csv.read(file.sibling(file.root().path("file").asString()));
        var times = Expectations.numbers(file.root().path("events_ms"));
        var wanted = file.root().path("stochastic");
        int trials = wanted.path("min_trials").asInt();
        double limit = wanted.path("mean_release_within_standard_errors").asDouble();
        for (var c : file.root().path("classes")) {
            var expected = FunctionTables.ofClass(
                    csv.column("release"), csv.column("class"), c.path("index").asInt());
            for (var n : wanted.path("n_rrp")) {
                double worst = worst(c, n.asInt(), times, expected, trials);
                var what = "%s, %d site%s".formatted(c.path("name").asString(), n.asInt(), n.asInt() == 1 ? "" : "s");
                outcomes.add(Outcome.of("base", what, "standard_errors", worst, limit));
            }
        }
        return outcomes;
    }

    private static double worst(JsonNode c, int sites, double[] times, double[] expected, int trials) {
        var rule = new Release(
                c.path("U").asDouble(),
                c.path("D_ms").asDouble(),
                c.path("F_ms").asDouble());
        var release = new VesicleRelease(rule, sites);
        var sum = new double[times.length];
        var squares = new double[times.length];
        int n = MORE_TRIALS * trials;
        for (int trial = 0; trial < n; trial++) {
            var draws = Draws.of(SEED, "sim.check.release", trial);
            var memory = release.fresh();
            for (int i = 0; i < times.length; i++) {
                memory = release.event(memory, times[i], draws);
                sum[i] += memory.released();
                squares[i] += memory.released() * memory.released();
            }
        }
        double worst = 0;
        for (int i = 0; i < times.length; i++) {
            double mean = sum[i] / n;
            double standardError = Math.sqrt((squares[i] / n - mean * mean) / trials);
            worst = Math.max(worst, Math.abs(mean - expected[i]) / standardError);
        }
        return worst;
    }
}
