package io.brainwright.agents.run;

import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Series;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What came of a step.
 *
 * @param made datasets by kind, for the steps that need this one
 * @param measures numbers
 * @param series curves, for plots
 * @param words sentences for the finding: an answer, a source, what could not be measured and why
 * @param files what was written: pictures, releases, exports
 */
public record StepOutcome(
        Map<DatasetKind, DatasetRef> made,
        List<Measure> measures,
        List<Series> series,
        List<String> words,
        List<Path> files) {
    public StepOutcome {
        made = Map.copyOf(made);
        measures = List.copyOf(measures);
        series = List.copyOf(series);
        words = List.copyOf(words);
        files = List.copyOf(files);
    }

    /** A step that made nothing: its parameters are read by others. */
    public static StepOutcome nothing() {
        return new StepOutcome(Map.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** A step that made one dataset. */
    public static StepOutcome made(DatasetKind kind, DatasetRef dataset) {
        return new StepOutcome(Map.of(kind, dataset), List.of(), List.of(), List.of(), List.of());
    }

    /** A step that measured. */
    public static StepOutcome measured(List<Measure> measures, List<Series> series, List<String> words) {
        return new StepOutcome(Map.of(), measures, series, words, List.of());
    }

    /** A step that answers in words. */
    public static StepOutcome said(List<String> words) {
        return measured(List.of(), List.of(), words);
    }

    /** A step that wrote files. */
    public static StepOutcome wrote(List<Path> files) {
        return new StepOutcome(Map.of(), List.of(), List.of(), List.of(), files);
    }
}
