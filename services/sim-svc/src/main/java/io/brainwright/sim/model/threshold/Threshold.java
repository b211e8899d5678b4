package io.brainwright.sim.model.threshold;

/**
 * What was found of one cell.
 *
 * @param current_nA least step that was seen to make it fire, at most 2.7 % above the least that does; 0 where it fires without one, NaN
 *     where the strongest does not make it fire
 * @param resting_mV somatic voltage after {@value ThresholdSearch#SETTLE_MS} ms without input
 */
public record Threshold(double current_nA, double resting_mV) {}
