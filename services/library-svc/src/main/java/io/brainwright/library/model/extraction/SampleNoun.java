package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.library.model.extraction.passage.Sentence;
import java.util.regex.Pattern;

/** Whether a bare number counts what was looked at ("31 pyramidal neurons") and so is no value of a quantity. */
final class SampleNoun {
    private static final Pattern NOUN = Patterns.words(
            "cells?|neurons?|interneurons?|pairs?|connections?|synapses|animals?|rats?|mice|cats|monkeys?|patients?|slices?|boutons|spines|axons|dendrites|terminals|cellules|neurones|paires|zellen|neuronen|paare|c[eé]lulas|neuronas|pares|hours?|days?|weeks?|months?|min|minutes");

    private SampleNoun() {}

    static boolean follows(Sentence sentence, Figure figure) {
        return CountedNoun.follows(sentence, figure, NOUN);
    }
}
