/**
 * What a simulation was asked for and what it gave: configuration, spikes, frames of voltages.
 */
@NullMarked
package io.brainwright.sonata.simulation;

import org.jspecify.annotations.NullMarked;
