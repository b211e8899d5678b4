/**
 * The text of a passage, made comparable and cut into sentences without moving a single character.
 */
@NullMarked
package io.brainwright.library.model.extraction.passage;

import org.jspecify.annotations.NullMarked;
