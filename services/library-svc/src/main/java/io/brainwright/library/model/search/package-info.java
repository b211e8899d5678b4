/**
 * Finds the values of the shipped recipes by words.
 */
@NullMarked
package io.brainwright.library.model.search;

import org.jspecify.annotations.NullMarked;
