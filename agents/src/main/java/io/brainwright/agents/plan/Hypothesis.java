package io.brainwright.agents.plan;

import org.jspecify.annotations.Nullable;

/**
 * What is asked, so that a run can answer it.
 *
 * @param text the question in words
 * @param prediction what is expected, where one was said
 * @param criterion what measurement decides, where there is one
 */
public record Hypothesis(
        String text, @Nullable String prediction, @Nullable String criterion) {}
