/**
 * What can be measured of nerve cells and their tissue: names, units, limits, and the words that papers use.
 *
 * <p>In comes a sentence, out come the places where it names a quantity. The list is in {@code parameters.yaml} and
 * {@code structure.yaml}; nothing here knows numbers.
 */
@NullMarked
package io.brainwright.library.model.extraction.ontology;

import org.jspecify.annotations.NullMarked;
