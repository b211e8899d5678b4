/**
 * What a release holds beside tables: cell templates for NEURON, and names that are fit for files.
 */
@NullMarked
package io.brainwright.library.model.release;

import org.jspecify.annotations.NullMarked;
