/**
 * The planner as a chat model with tools, so that it and any other Spring AI model take the same road.
 *
 * <p>In come a conversation's messages; out come tool calls and words. A plan exists only as what the tool {@code propose_plan} let
 * pass. Approval is no tool.
 */
@NullMarked
package io.brainwright.agents.chat;

import org.jspecify.annotations.NullMarked;
