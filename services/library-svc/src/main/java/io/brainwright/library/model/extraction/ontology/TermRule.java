package io.brainwright.library.model.extraction.ontology;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Words that name a quantity.
 *
 * @param term the words
 * @param of words that must stand near it, null where the term alone suffices
 * @param not words that must not stand in the sentence, null where anything may
 * @param weight how sure the words are: 1 names it, less hints at it
 * @param weak whether the words are also used outside neuroscience
 */
public record TermRule(
        Pattern term, @Nullable Pattern of, @Nullable Pattern not, double weight, boolean weak) {}
