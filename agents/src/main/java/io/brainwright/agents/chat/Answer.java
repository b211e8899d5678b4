package io.brainwright.agents.chat;

import org.jspecify.annotations.Nullable;

/**
 * One answer to the scientist.
 *
 * @param text the model's words
 * @param proposal the last that the checked planner proposed in this turn, independent of the model's words; null where none was asked for
 */
public record Answer(String text, @Nullable Proposed proposal) {}
