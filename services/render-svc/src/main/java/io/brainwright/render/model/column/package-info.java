/**
 * The picture of a column: which colour a neurite has for its voltage, layer or type, and what stands around it. Reads cells, morphologies and voltages; hands capsules to {@code scene}.
 */
@NullMarked
package io.brainwright.render.model.column;

import org.jspecify.annotations.NullMarked;
