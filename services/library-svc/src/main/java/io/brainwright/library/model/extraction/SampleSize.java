package io.brainwright.library.model.extraction;

import org.jspecify.annotations.Nullable;

/**
 * How many were measured, as far as the text says.
 *
 * @param n how many
 * @param of what was counted: "cells", "pairs"; empty where the text does not say
 * @param animals how many animals, beside n
 * @param successes k of k out of n
 */
public record SampleSize(
        @Nullable Integer n,
        String of,
        @Nullable Integer animals,
        @Nullable Integer successes) {
    public static final SampleSize UNTOLD = new SampleSize(null, "", null, null);
}
