package io.brainwright.library.model.extraction;

import io.brainwright.neuro.text.Span;
import java.util.List;

/**
 * What was found in a passage.
 *
 * @param values in the order of the text
 * @param instructions places where the text speaks to its reader's assistant; they are shown to the scientist and never followed
 */
public record Extraction(List<ExtractedValue> values, List<Span> instructions) {
    public Extraction {
        values = List.copyOf(values);
        instructions = List.copyOf(instructions);
    }

    public boolean containsInstructions() {
        return !instructions.isEmpty();
    }
}
