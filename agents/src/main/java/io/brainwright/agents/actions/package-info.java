/**
 * What each action of the vocabulary does: one small executor per action turns a step's parameters into one typed request.
 *
 * <p>What of an action is carried out is told by available.yaml; docs/actions.md shows it as a table.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
