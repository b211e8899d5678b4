package io.brainwright.library.model.document;

import java.util.List;

/**
 * A file that was read.
 *
 * @param document what is known of it
 * @param passages its text in reading order; {@code passages.get(i).index() == i}
 * @param report what was read, what was skipped and what looked odd
 */
public record ReadDocument(Document document, List<Passage> passages, ReadingReport report) {
    public ReadDocument {
        passages = List.copyOf(passages);
    }
}
