package io.brainwright.agents.chat;

import io.brainwright.agents.plan.Plan;
import org.jspecify.annotations.Nullable;

/**
 * What came of words.
 *
 * @param plan a plan that awaits approval; null where something must be said first, or it cannot be done
 * @param text the plan for people, the question, or why not and what can be done
 */
public record Proposed(@Nullable Plan plan, String text) {}
