/**
 * Dendrites and axons grown from the topology of reconstructions, one morphology per cell.
 */
@NullMarked
package io.brainwright.synthesis;

import org.jspecify.annotations.NullMarked;
