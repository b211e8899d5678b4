package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.SpreadKind;
import org.jspecify.annotations.Nullable;

/**
 * What the document around a passage says.
 *
 * @param field what the document is about
 * @param spread what the document defines ± to be, null where it does not say
 * @param methods whether the passage is part of the methods, whose numbers are settings
 * @param words words that stand over the passage (title, heading, caption) and may say of whom it speaks
 */
public record Surroundings(Field field, @Nullable SpreadKind spread, boolean methods, String words) {
    /** A passage by itself. */
    public static final Surroundings NONE = new Surroundings(Field.UNKNOWN, null, false, "");
}
