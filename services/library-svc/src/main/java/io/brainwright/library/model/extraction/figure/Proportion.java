package io.brainwright.library.model.extraction.figure;

import io.brainwright.neuro.text.Span;

/**
 * How many of how many: 11 connected pairs out of 97.
 *
 * @param span where both numbers stand
 * @param successes k
 * @param trials n, at least 1
 */
public record Proportion(Span span, int successes, int trials) {
    public double share() {
        return (double) successes / trials;
    }
}
