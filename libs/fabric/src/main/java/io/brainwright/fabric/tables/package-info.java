/**
 * Tables that several stages share, with the translation between their rows and the vocabulary of libs/neuro.
 */
@NullMarked
package io.brainwright.fabric.tables;

import org.jspecify.annotations.NullMarked;
