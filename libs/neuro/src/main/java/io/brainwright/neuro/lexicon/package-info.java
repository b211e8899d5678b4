/**
 * The words of neuroscience in English, French, German and Spanish: regions, cell types, receptors, drugs, species and more.
 *
 * <p>In come tokens of {@code text}; out come mentions of entries, each with an identity that no language changes ({@code S1HL}, {@code GABA_A}).
 * Entries stand in the YAML files beside the compiled classes; a user's expert adds its own. Names, acronyms and numbers of regions are those
 * of the Allen Mouse Brain Common Coordinate Framework and of Paxinos and Watson's rat atlas.
 */
@NullMarked
package io.brainwright.neuro.lexicon;

import org.jspecify.annotations.NullMarked;
