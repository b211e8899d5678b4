package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.figure.Proportion;
import io.brainwright.library.model.extraction.ontology.Parameter;
import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.units.Unit;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A number and the quantity that it belongs to.
 *
 * @param parameter the quantity
 * @param figure the number; null where the value is counted (11 of 97)
 * @param proportion k of n; null where no counts are told
 * @param unit unit that the number is meant in
 * @param score how sure, about 1
 */
record Bound(
        Parameter parameter,
        @Nullable Figure figure,
        @Nullable Proportion proportion,
        Unit unit,
        double score) {
    Span place() {
        return figure != null
                ? figure.span()
                : Objects.requireNonNull(proportion, "proportion").span();
    }

    int begin() {
        return place().start();
    }

    int end() {
        return place().end();
    }
}
