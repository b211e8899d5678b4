/**
 * Turns what was read into a plan, a question, or a reasoned no.
 *
 * <p>In come words and the facts of the tissue (from atlas-svc); out comes a {@link io.brainwright.agents.planner.Proposal}. Every
 * value that was not said is taken from {@code planner-defaults.yaml} and written into the plan's assumptions.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.planner;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
