package io.brainwright.agents.notebook;

import io.brainwright.agents.notebook.verdict.Verdict;
import io.brainwright.agents.run.Measure;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learned by a run, as machines read it: {@code findings.json}.
 *
 * @param schema name of the document's form
 * @param plan hash of the plan that ran
 * @param verdict on the plan's hypothesis; null where nothing was simulated
 * @param words the finding in sentences
 * @param measures every number that was measured
 * @param datasets everything that the run stands on, inputs before what was made from them
 * @param pictures names of the picture files beside this one
 * @param onset_ms when the stimulus began, 0 where there was none
 * @param circuit path of the SONATA release from the entry's folder; null where there is none
 */
public record Findings(
        String schema,
        String plan,
        @Nullable Verdict verdict,
        List<String> words,
        List<Measure> measures,
        List<Made> datasets,
        List<String> pictures,
        double onset_ms,
        @Nullable String circuit) {
    /** Form of the document that this version writes. */
    public static final String SCHEMA = "brainwright-findings/1";

    public Findings {
        words = List.copyOf(words);
        measures = List.copyOf(measures);
        datasets = List.copyOf(datasets);
        pictures = List.copyOf(pictures);
    }
}
