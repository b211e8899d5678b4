package io.brainwright.library.model.extraction;

import io.brainwright.neuro.text.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value that a passage states: a candidate for the scientist, never a fact by itself.
 *
 * @param parameter name of the quantity in the ontology
 * @param value the number in the unit, null where only a range is stated
 * @param unit canonical unit of the quantity, "1" where it has none
 * @param spread null where none is stated
 * @param statistic "mean", "median" or empty
 * @param sample how many were measured
 * @param tissue of whom
 * @param derived whether the value was computed here from counts (11/97)
 * @param approximate whether the text says about
 * @param citedFrom whose value it is where it is not the paper's own, else empty
 * @param measuredHere false for values of others
 * @param confidence 0 to 1: how sure the rules are that number and quantity belong together
 * @param place the number with its unit, in the passage as it came
 * @param sentence the quoted sentence, in the passage as it came
 * @param quote exactly what stands at {@code sentence}
 * @param notes what a reader should know: "spread not explained, taken as SD"
 */
public record ExtractedValue(
        String parameter,
        @Nullable Double value,
        String unit,
        @Nullable SpreadValue spread,
        String statistic,
        SampleSize sample,
        Tissue tissue,
        boolean derived,
        boolean approximate,
        String citedFrom,
        boolean measuredHere,
        double confidence,
        Span place,
        Span sentence,
        String quote,
        List<String> notes) {
    public ExtractedValue {
        notes = List.copyOf(notes);
    }
}
