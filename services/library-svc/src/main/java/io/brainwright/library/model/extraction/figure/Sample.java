package io.brainwright.library.model.extraction.figure;

import org.jspecify.annotations.Nullable;

/**
 * How many were measured.
 *
 * @param n count, null where only animals are told
 * @param of what was counted: "cells", "pairs"; empty where the text does not say
 * @param animals count of animals beside n, null where the text does not say
 * @param begin first character of the place
 * @param end one past the last
 * @param second the count of the second of two numbers ("n = 12 and 9 cells"), null where one is told
 */
public record Sample(
        @Nullable Integer n,
        String of,
        @Nullable Integer animals,
        int begin,
        int end,
        @Nullable Integer second) {}
