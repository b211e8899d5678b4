package io.brainwright.neuro.lexicon;

import java.util.List;

/** Takes German compounds apart whose head says nothing new: "Kalziumkonzentration" speaks of calcium, "Martinottizellen" of Martinotti cells. */
final class GermanCompounds {
    private static final List<String> HEADS = List.of(
            "zelle",
            "zellen",
            "neuron",
            "neurone",
            "neuronen",
            "interneuron",
            "interneurone",
            "interneuronen",
            "konzentration",
            "konzentrationen",
            "spiegel",
            "rezeptor",
            "rezeptors",
            "rezeptoren",
            "kanal",
            "kanale",
            "kanalen",
            "blocker",
            "antagonist",
            "rinde",
            "region",
            "gebiet",
            "kern",
            "kerne",
            "gewebe",
            "gehirn",
            "hirn",
            "spezies",
            "datei",
            "dateien",
            "format",
            "baum",
            "feld",
            "areal",
            "strome",
            "strom",
            "ion",
            "ionen",
            "synapse",
            "synapsen",
            "dichte",
            "morphologie",
            "morphologien");
    private static final List<String> LINKS = List.of("", "s", "n", "en", "es");
    private static final int SHORTEST_PART = 3;

    private GermanCompounds() {}

    /** The known part of a folded compound, empty where it is none. */
    static String known(String word, NameIndex index) {
        for (var head : HEADS) {
            if (word.endsWith(head) && word.length() - head.length() >= SHORTEST_PART) {
                var modifier = word.substring(0, word.length() - head.length());
                for (var link : LINKS) {
                    var bare = modifier.endsWith(link) ? modifier.substring(0, modifier.length() - link.length()) : "";
                    if (bare.length() >= SHORTEST_PART
                            && !index.find(List.of(bare), bare).isEmpty()) {
                        return bare;
                    }
                }
            }
        }
        return "";
    }
}
