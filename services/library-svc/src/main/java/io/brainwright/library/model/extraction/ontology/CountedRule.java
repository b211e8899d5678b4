package io.brainwright.library.model.extraction.ontology;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A noun that says, directly behind a number, what was counted.
 *
 * @param noun the noun with its adjectives
 * @param needs words that the sentence must have, null where any will do
 * @param weight how sure it is
 */
public record CountedRule(Pattern noun, @Nullable Pattern needs, double weight) {}
