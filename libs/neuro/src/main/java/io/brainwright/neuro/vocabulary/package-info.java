/**
 * Cell types and layers, with the words that the field uses for them.
 */
@NullMarked
package io.brainwright.neuro.vocabulary;

import org.jspecify.annotations.NullMarked;
