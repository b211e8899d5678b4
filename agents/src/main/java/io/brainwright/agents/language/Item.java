package io.brainwright.agents.language;

import io.brainwright.neuro.units.Dimension;
import io.brainwright.neuro.units.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * One piece of a sentence: a word, a sign, or a number with its unit.
 *
 * @param raw as written
 * @param lower in lower case
 * @param quantity the number, null for words and signs
 */
record Item(String raw, String lower, @Nullable Quantity quantity) {
    boolean is(Dimension dimension) {
        return quantity != null && quantity.dimension() == dimension;
    }

    boolean isNumber() {
        return quantity != null;
    }

    boolean isWord() {
        return quantity == null && Character.isLetter(lower.charAt(0));
    }
}
