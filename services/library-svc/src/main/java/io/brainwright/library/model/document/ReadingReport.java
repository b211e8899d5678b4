package io.brainwright.library.model.document;

import java.util.List;

/**
 * What became of a file, in sentences that a scientist reads.
 *
 * @param read what was read: "34 paragraphs, 2 tables with 21 rows, 4 captions"
 * @param skipped what was left out, and why: "12 formulas: they cannot be quoted as text"
 * @param odd what looked odd and was kept as it is, with its place: "page 3 has no text; is it a scan?"
 */
public record ReadingReport(List<String> read, List<String> skipped, List<String> odd) {
    public ReadingReport {
        read = List.copyOf(read);
        skipped = List.copyOf(skipped);
        odd = List.copyOf(odd);
    }
}
