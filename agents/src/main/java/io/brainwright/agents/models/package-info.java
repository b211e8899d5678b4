/**
 * Chat models of providers, as the scientist names them in {@code brainwright.yaml}.
 *
 * <p>In comes the file; out come models of OpenAI and compatible endpoints, Anthropic and Ollama with their time-outs and prices. No
 * key leaves this package: not in messages, logs or texts. Without the file, or with {@code chat: none}, there is no model, and
 * everything works with the built-in planner. See docs/agents.md.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
