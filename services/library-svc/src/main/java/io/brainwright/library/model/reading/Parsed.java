package io.brainwright.library.model.reading;

import io.brainwright.library.model.document.Passage;
import io.brainwright.library.model.document.ReadingReport;
import java.util.List;

/**
 * What a reader made of a file, before the library knows whose it is.
 *
 * @param facts what the file says of itself
 * @param passages with an empty document id
 * @param report what was read, skipped and odd
 */
public record Parsed(Facts facts, List<Passage> passages, ReadingReport report) {
    public Parsed {
        passages = List.copyOf(passages);
    }
}
