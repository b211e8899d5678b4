/**
 * The way of a file into the library: detected, read to its end, compared with what is there, kept, indexed. It comes in whole or
 * leaves nothing behind.
 */
@NullMarked
package io.brainwright.library.model.intake;

import org.jspecify.annotations.NullMarked;
