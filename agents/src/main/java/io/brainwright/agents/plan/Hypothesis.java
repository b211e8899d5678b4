package io.brainwright.agents.plan;

import org.jspecify.annotations.Nullable;

/**
 * What is asked, so that a run can answer it.
 *
 * @param text the question in words
 * @param prediction what is expected, in words, where one was said or follows from the question
 * @param criterion what measurement decides, where there is one
 */
public record Hypothesis(
        String text, @Nullable String prediction, @Nullable Criterion criterion) {}
