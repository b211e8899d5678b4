/**
 * A small language model inside this JVM, to see the whole road of a chat model with one that really errs: streaming, tool calls, checks,
 * the built-in planner that takes over. Opt-in (profile {@code local-model}); its answers are worth nothing as science.
 */
@NullMarked
package io.brainwright.agents.local;

import org.jspecify.annotations.NullMarked;
