package io.brainwright.agents.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads a request: regions, layers, numbers and things in turn, then what remained without explanation. */
public final class RequestReader {
    private static final Set<String> GOAL = Set.of(
            "of", "in", "from", "with", "without", "block", "stimulate", "into", "the", "du", "de", "von", "mit");

    private RequestReader() {}

    /** Reads words in English; French and German words of the field are known too. */
    public static Reading read(String words) {
        var s = new Sentence(Scanner.scan(words));
        RegionWords.read(s);
        LayerWords.read(s);
        NumberRoles.read(s);
        ThingWords.read(s);
        return reading(words, s);
    }

    private static Reading reading(String words, Sentence s) {
        var unknown = new ArrayList<String>();
        var goal = new ArrayList<String>();
        int hits = 0;
        for (int i = 0; i < s.size(); i++) {
            if (s.isExplained(i)) {
                hits++;
            } else if (s.items.get(i).isWord() && !Lexicon.shared().knows(s.word(i))) {
                unknown.add(s.items.get(i).raw());
                if (GOAL.contains(s.word(i - 1)) || s.is("stimulate", i - 1)) {
                    goal.add(s.items.get(i).raw());
                }
            }
        }
        return new Reading(
                words, tissue(s), stimulus(s), conditions(s), wants(s), s.faults, unknown, goal, s.said, hits);
    }

    private static Reading.Tissue tissue(Sentence s) {
        return new Reading.Tissue(
                first(s, "region"),
                s.terms.containsKey("species"),
                s.terms.containsKey("column")
                        || s.numbers.containsKey("width_um")
                        || s.numbers.containsKey("radius_um"),
                s.terms.containsKey("whole"),
                s.numbers.get("width_um"),
                s.numbers.get("radius_um"),
                layers(s, "layers"),
                s.numbers.get("count"),
                s.numbers.get("density_scale"),
                s.numbers.get("excitatory_fraction"),
                terms(s, "m_types"),
                s.numbers.get("seed"));
    }

    private static Reading.@Nullable Stimulus stimulus(Sentence s) {
        boolean asked = s.terms.containsKey("want.stimulus")
                || s.numbers.keySet().stream().anyMatch(k -> k.startsWith("stimulus."));
        return !asked
                ? null
                : new Reading.Stimulus(
                        layers(s, "stimulus.layers"),
                        s.terms.getOrDefault("stimulus.population", Set.of()).size() == 1
                                ? first(s, "stimulus.population")
                                : null,
                        terms(s, "stimulus.m_types"),
                        terms(s, "stimulus.e_types"),
                        s.numbers.get("stimulus.count"),
                        s.numbers.get("stimulus.time_ms"),
                        s.numbers.get("stimulus.end_ms"),
                        s.numbers.get("stimulus.duration_ms"),
                        s.numbers.get("stimulus.amplitude_nA"));
    }

    private static Reading.Conditions conditions(Sentence s) {
        return new Reading.Conditions(
                s.numbers.get("duration_ms"),
                s.numbers.get("temperature_degC"),
                s.numbers.get("ca_mM"),
                s.numbers.get("mg_mM"),
                s.numbers.get("dt_ms"),
                terms(s, "blocks"));
    }

    private static Set<String> wants(Sentence s) {
        var wants = new TreeSet<String>();
        s.terms.keySet().stream()
                .filter(k -> k.startsWith("want."))
                .forEach(k -> wants.add(k.substring("want.".length())));
        if (s.terms.containsKey("verb")) {
            wants.add("something");
        }
        if (s.terms.containsKey("shown.layers")) {
            wants.add("shown.layers");
        }
        return wants;
    }

    private static @Nullable String first(Sentence s, String slot) {
        return s.terms.getOrDefault(slot, Set.of()).stream().findFirst().orElse(null);
    }

    private static List<String> terms(Sentence s, String slot) {
        return List.copyOf(s.terms.getOrDefault(slot, Set.of()));
    }

    private static List<Integer> layers(Sentence s, String slot) {
        return terms(s, slot).stream().map(Integer::valueOf).sorted().toList();
    }
}
