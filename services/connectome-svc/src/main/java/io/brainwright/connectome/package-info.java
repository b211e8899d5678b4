/**
 * Synapses: appositions by real geometry, pruned towards what was measured, with their physiology.
 */
@NullMarked
package io.brainwright.connectome;

import org.jspecify.annotations.NullMarked;
