package io.brainwright.neuro.text;

import java.math.BigDecimal;

/**
 * A number found among tokens.
 *
 * @param value what it says
 * @param end the token after its last
 * @param inWords whether letters rather than digits say it
 */
record ReadNumber(BigDecimal value, int end, boolean inWords) {}
