/**
 * Morphologies as SWC text, written so that other readers number sections alike.
 */
@NullMarked
package io.brainwright.library.model.morphology;

import org.jspecify.annotations.NullMarked;
