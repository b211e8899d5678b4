package io.brainwright.library.model.search;

import io.brainwright.library.model.document.Passage;
import java.util.List;

/**
 * A passage that matches.
 *
 * @param passage the passage
 * @param score BM25
 * @param highlights words that matched, as begin and end within the text, in order
 */
public record FoundPassage(Passage passage, double score, List<Place> highlights) {
    public FoundPassage {
        highlights = List.copyOf(highlights);
    }

    /**
     * Characters of a text.
     *
     * @param begin the first
     * @param end one past the last
     */
    public record Place(int begin, int end) {}
}
