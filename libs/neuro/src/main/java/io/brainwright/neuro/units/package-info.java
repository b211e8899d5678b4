/**
 * Quantities as people write them: a number with a unit, turned into the house's canonical unit of its dimension.
 *
 * <p>In comes text from requests; out come plain doubles in um, ms, mV, nA, uS, mM, degC, Hz. Only the doors of the house
 * (plans, requests, imports) use this package; inside, units stand in names. Definitions: SI Brochure, 9th edition (BIPM 2019).
 */
@NullMarked
package io.brainwright.neuro.units;

import org.jspecify.annotations.NullMarked;
