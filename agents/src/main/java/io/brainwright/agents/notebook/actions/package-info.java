/**
 * The notebook's actions of the vocabulary, carried out: an entry exported, run again, compared with another.
 */
@NullMarked
@NamedInterface
package io.brainwright.agents.notebook.actions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
