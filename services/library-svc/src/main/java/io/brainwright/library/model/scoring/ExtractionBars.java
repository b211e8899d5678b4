package io.brainwright.library.model.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * What must hold.
 *
 * @param precision least share of the extracted values that are right
 * @param recall least share of the expected values that are found
 * @param spreads least share of spreads with the right number and kind
 */
public record ExtractionBars(double precision, double recall, double spreads) {
    /** Passages that the rules were tuned on. */
    public static final ExtractionBars KNOWN = new ExtractionBars(0.95, 0.90, 0.95);

    /** Passages that nobody who wrote the rules has read. */
    public static final ExtractionBars UNSEEN = new ExtractionBars(0.85, 0.80, 0.95);

    /** What does not hold, a line each. Quotations must be exact, and papers outside neuroscience must yield nothing. */
    public List<String> missed(ExtractionScore score, List<NegativeControls.Paper> papers) {
        var missed = new ArrayList<String>();
        below(missed, "precision", score.precision(), precision);
        below(missed, "recall", score.recall(), recall);
        below(missed, "spreads", score.spreads(), spreads);
        below(missed, "exact quotations", score.exactSpans(), 1);
        papers.stream()
                .filter(p -> !p.neuroscience() && p.values() > 0)
                .forEach(p ->
                        missed.add("%s: %d values from a paper outside neuroscience".formatted(p.file(), p.values())));
        return missed;
    }

    private static void below(List<String> missed, String what, double value, double bar) {
        if (value < bar) {
            missed.add("%s %.3f, must be %.2f".formatted(what, value, bar));
        }
    }
}
