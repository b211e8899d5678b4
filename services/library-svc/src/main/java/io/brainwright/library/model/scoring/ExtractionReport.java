package io.brainwright.library.model.scoring;

import io.brainwright.library.model.scoring.ExtractionScore.Share;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Scores as a table that a person reads and as a tree for {@code --json}. */
public final class ExtractionReport {
    private ExtractionReport() {}

    /** One number a line, with its bar. */
    public static String table(ExtractionScore score, List<NegativeControls.Paper> papers, ExtractionBars bars) {
        var text = new StringBuilder();
        line(text, "passages", "%d".formatted(score.passages()), "");
        line(text, "values expected", "%d".formatted(score.expected()), "");
        line(text, "values extracted", "%d".formatted(score.found()), "");
        share(text, "precision", new Share(score.found(), score.right()), bars.precision());
        share(text, "recall", new Share(score.expected(), score.right()), bars.recall());
        share(
                text,
                "spread, number and kind",
                new Share(score.spreadsExpected(), score.spreadsRight()),
                bars.spreads());
        share(text, "exact quotations", new Share(score.found(), score.spans()), 1);
        line(text, "context, all fields", "%.3f".formatted(score.contexts()), "");
        new TreeMap<>(score.context())
                .forEach((field, share) -> line(
                        text,
                        "  " + field,
                        "%.3f".formatted(share.value()),
                        "%d of %d".formatted(share.right(), share.of())));
        for (var paper : papers) {
            line(
                    text,
                    "values from " + paper.file(),
                    "%d".formatted(paper.values()),
                    paper.neuroscience()
                            ? "about nerve cells"
                            : "outside neuroscience: must be 0; passage by passage %d"
                                    .formatted(paper.valuesByPassage()));
        }
        line(text, "median time of a passage", "%.1f ms".formatted(score.milliseconds_median()), "");
        return text.toString();
    }

    /** What went wrong, a paragraph each. */
    public static String failures(ExtractionScore score) {
        var text = new StringBuilder();
        score.failures()
                .forEach(f -> text.append(
                        "%s %s%n  expected  %s%n  extracted %s%n".formatted(f.id(), f.what(), f.wanted(), f.got())));
        return text.toString();
    }

    /** The same numbers as a tree. */
    public static Map<String, Object> tree(
            ExtractionScore score, List<NegativeControls.Paper> papers, ExtractionBars bars) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("passages", score.passages());
        tree.put("values_expected", score.expected());
        tree.put("values_extracted", score.found());
        tree.put("values_right", score.right());
        tree.put("precision", score.precision());
        tree.put("recall", score.recall());
        tree.put("spread_accuracy", score.spreads());
        tree.put("context_accuracy", score.contexts());
        var fields = new TreeMap<String, Object>();
        score.context().forEach((field, share) -> fields.put(field, share.value()));
        tree.put("context", fields);
        tree.put("exact_quotations", score.exactSpans());
        tree.put("papers", papers);
        tree.put("median_ms", score.milliseconds_median());
        tree.put("bars", bars);
        tree.put("missed", bars.missed(score, papers));
        tree.put("failures", score.failures());
        return tree;
    }

    private static void share(StringBuilder text, String what, Share share, double bar) {
        line(
                text,
                what,
                "%.3f".formatted(share.value()),
                "%d of %d, must be %.2f%s"
                        .formatted(share.right(), share.of(), bar, share.value() < bar ? "  MISSED" : ""));
    }

    private static void line(StringBuilder text, String what, String value, String remark) {
        text.append(String.format(Locale.ROOT, "%-42s %10s  %s", what, value, remark)
                        .stripTrailing())
                .append('\n');
    }
}
