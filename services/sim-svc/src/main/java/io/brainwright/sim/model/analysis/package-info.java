/**
 * Numbers of one run: rates, intervals, synchrony, spectra from spikes; rest, resistance, potentials from voltages.
 *
 * <p>Comes in: spike trains and voltage traces as plain arrays. Goes out: plain numbers, each defined where it is computed, with its source.
 */
@NullMarked
package io.brainwright.sim.model.analysis;

import org.jspecify.annotations.NullMarked;
