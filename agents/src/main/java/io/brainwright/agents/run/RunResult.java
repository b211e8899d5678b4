package io.brainwright.agents.run;

import io.brainwright.agents.plan.Plan;
import io.brainwright.proto.sim.v1.CompareResponse;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run made.
 *
 * @param plan what was run
 * @param datasets ids by name: region, cells, morphologies, synapses, one per run
 * @param pictures PNG files by name
 * @param files files of the release
 * @param comparison activity by layer; null where nothing was simulated
 * @param findings what was found, in sentences
 */
public record RunResult(
        Plan plan,
        Map<String, String> datasets,
        List<Picture> pictures,
        List<String> files,
        @Nullable CompareResponse comparison,
        List<String> findings) {
    public RunResult {
        datasets = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(datasets));
        pictures = List.copyOf(pictures);
        files = List.copyOf(files);
        findings = List.copyOf(findings);
    }

    /**
     * A picture within the study.
     *
     * @param file name of the file in the study folder
     * @param title what it shows
     */
    public record Picture(String file, String title) {}
}
