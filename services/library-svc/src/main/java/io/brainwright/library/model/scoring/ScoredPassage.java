package io.brainwright.library.model.scoring;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A passage with the values that people found in it.
 *
 * @param line of the file, 1 is the first
 * @param id its name
 * @param text what is read
 * @param expected the values, each with parameter, value, unit and what the text states
 * @param synthetic whether it was written for scoring
 */
public record ScoredPassage(int line, String id, String text, List<JsonNode> expected, boolean synthetic) {
    public ScoredPassage {
        expected = List.copyOf(expected);
    }
}
