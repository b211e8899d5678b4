package io.brainwright.neuro.text;

import io.brainwright.neuro.units.Unit;

/**
 * A unit found among tokens.
 *
 * @param unit which
 * @param end the token after its last
 */
record ReadUnit(Unit unit, int end) {}
