package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.SpreadKind;
import org.jspecify.annotations.Nullable;

/**
 * How far values scatter, in the unit of the value.
 *
 * @param kind what the numbers are
 * @param amount of SD and SEM, null for those with two ends
 * @param low lower end, null for SD and SEM
 * @param high upper end, null for SD and SEM
 * @param stated whether the text says the kind; an unexplained ± is taken as SD and is not stated
 */
public record SpreadValue(
        SpreadKind kind,
        @Nullable Double amount,
        @Nullable Double low,
        @Nullable Double high,
        boolean stated) {}
