/**
 * Axons that choose where they make synapses, beyond what they overlap with.
 *
 * <p>Reads the appositions that the touch rules allow and says which of them pruning may keep, so that the synapses of a class land where
 * electron microscopy sees them and its boutons stay as many. Science: docs/science/inhibitory-specificity.md.
 */
@NullMarked
package io.brainwright.connectome.model.specificity;

import org.jspecify.annotations.NullMarked;
