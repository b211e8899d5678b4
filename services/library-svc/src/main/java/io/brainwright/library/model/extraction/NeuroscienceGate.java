package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.passage.Patterns;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells whether a text is about nerve cells, by the words that hardly occur elsewhere.
 *
 * <p>A document passes with three different such words that together make up one word in 400. chosen: papers of the field have one in 20
 * to 60; papers on bacteria, enzymes and the like have none or single ones in their discussion.
 */
public final class NeuroscienceGate {
    private static final Pattern OURS = Patterns.words(
            "neuron\\w*|neurones?|interneuron\\w*|nerve cells?|synap\\w+|post-?synaptic\\w*|pre-?synaptic\\w*|dendrit\\w+|axons?|axonal\\w*|boutons?|spines?|pyramidal|neocort\\w+|cortical|cortex|hippocamp\\w+|cerebell\\w+|thalam\\w+|striat\\w+|somatosensory|brain|gyrus|astrocyt\\w+|glia\\w*|microglia\\w*|oligodendrocyt\\w+|action potentials?|spik(?:es?|ing)|(?-i:u?[EI]PS[PC]s?|m[EI]PSCs?|AMPAR?|NMDAR?|GABA\\w*|CA1|CA3|LTP)|patch-clamp|whole-cell|resting (?:membrane )?potential|neurotransmi\\w+|vesicles?|active zones?|somata?|neuropil|electrophysiolog\\w+|neurona\\w*|Neurone?n?|Nervenzellen?|Pyramidenzellen?|pyramida\\w+|Synapsen?|Dendriten?|sin[aá]p\\w+|dendr[ií]t\\w+|membrane potential|interstimulus|basket cells?|Martinotti|stellate|chandelier");
    private static final Pattern OTHERS = Patterns.words(
            "phages?|bacteriophages?|bacteri\\w+|lysis|lysogen\\w*|plasmids?|enzym\\w+|catalys\\w+|catalyt\\w+|substrates?|crystal\\w*|yeast|E\\. ?coli|escherichia|cultures?|colon(?:y|ies)|strains?|tumou?rs?|plants?|leaf|leaves|soil|polymers?|fermentation|burst size|protein of interest|half-life|optical density");
    private static final int LEAST_DIFFERENT = 3;
    private static final double LEAST_SHARE = 1.0 / 400;

    private NeuroscienceGate() {}

    /** What a whole document is about. */
    public static Field field(List<String> passages) {
        var different = new HashSet<String>();
        long ours = 0;
        long words = 0;
        for (var passage : passages) {
            words += passage.chars().filter(c -> c == ' ').count() + 1;
            var matcher = OURS.matcher(passage);
            while (matcher.find()) {
                different.add(matcher.group().toLowerCase(Locale.ROOT));
                ours++;
            }
        }
        return different.size() >= LEAST_DIFFERENT && ours >= LEAST_SHARE * words ? Field.NEUROSCIENCE : Field.OTHER;
    }

    /** Whether a passage by itself speaks of nerve cells. */
    static boolean ours(String text) {
        return OURS.matcher(text).find();
    }

    /** Whether a passage by itself speaks of something else, and not of nerve cells. */
    static boolean others(String text) {
        return !ours(text) && OTHERS.matcher(text).find();
    }
}
