package io.brainwright.agents.language;

import io.brainwright.neuro.lexicon.Entry;
import io.brainwright.neuro.lexicon.EntryMention;
import io.brainwright.neuro.lexicon.Layers;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.lexicon.Regions;
import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.text.Token;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Regions, layers, types, classes, drugs: what words name. */
final class NameReader {
    /** Stands before the target of a drug that activates it. */
    static final String ACTIVATES = "+";

    /** Classes that say no more than "cell". */
    private static final Set<String> ORDINARY = Set.of("neuron", "interneuron");

    private static final Set<String> CORTEX = Set.of("CTX", "Isocortex", "SS", "SSp");

    private final Lexicon lexicon;
    private final Regions regions;
    private final Concepts concepts;

    NameReader(Lexicon lexicon, Concepts concepts) {
        this.lexicon = lexicon;
        this.regions = Regions.of(lexicon);
        this.concepts = concepts;
    }

    List<Named> named(List<Token> tokens, List<Word> words) {
        var named = new ArrayList<Named>();
        for (var m : Layers.find(tokens)) {
            var names = m.layers().stream().map(String::valueOf).toList();
            boolean none = m.layers().stream().anyMatch(l -> l < 1 || l > 6);
            add(
                    named,
                    words,
                    none ? Named.Kind.NO_LAYER : Named.Kind.LAYER,
                    names,
                    m.span(),
                    m.span().of(text(tokens, words, m.span())));
        }
        LayerWords.allLayers(tokens, words, named);
        for (int i = 0; i < words.size(); i++) {
            if (words.get(i).text().equals("l23")) {
                named.add(new Named(
                        Named.Kind.LAYER,
                        List.of("2", "3"),
                        i,
                        i + 1,
                        words.get(i).raw()));
            }
        }
        for (var m : lexicon.find(tokens, concepts::knows)) {
            entry(named, words, m);
        }
        LayerWords.granular(words, named);
        LayerWords.exceptedNumbers(words, named);
        named.sort(Comparator.comparingInt(Named::from));
        return withoutWholes(Negations.applied(named, words));
    }

    /** Where a region and one that holds it are both named ("the curvature of the cortex in S1HL"), the smaller is meant. */
    private List<Named> withoutWholes(List<Named> named) {
        var regions = named.stream()
                .filter(n -> n.is(Named.Kind.REGION))
                .map(Named::name)
                .distinct()
                .toList();
        return named.stream()
                .filter(n -> !n.is(Named.Kind.REGION) || regions.stream().noneMatch(r -> holds(n.name(), r)))
                .toList();
    }

    private boolean holds(String whole, String part) {
        boolean cortex = CORTEX.contains(whole) && part.matches("S1.*|nbS1|SS.*|VIS.*|MO.*|AUD.*");
        return !whole.equals(part) && (cortex || regions.isWithin(part, whole));
    }

    private static String text(List<Token> tokens, List<Word> words, Span span) {
        assert !tokens.isEmpty() && !words.isEmpty();
        var text = new StringBuilder(" ".repeat(span.start()));
        for (var token : tokens) {
            if (span.covers(token.span())) {
                text.append(" ".repeat(Math.max(0, token.span().start() - text.length())))
                        .append(token.text());
            }
        }
        return text.append(" ".repeat(Math.max(0, span.end() - text.length()))).toString();
    }

    private static void entry(List<Named> named, List<Word> words, EntryMention m) {
        if (m.unsure()) {
            var names = m.suggestions().stream().map(Entry::id).toList();
            add(named, words, Named.Kind.UNKNOWN_REGION, names.isEmpty() ? List.of("?") : names, m.span(), m.words());
            return;
        }
        var entry = m.entry().orElseThrow();
        switch (entry.kind()) {
            case REGION, THALAMIC_SOURCE ->
                add(
                        named,
                        words,
                        Named.Kind.REGION,
                        List.of(entry.id().equals("PO") ? "POm" : entry.id()),
                        m.span(),
                        m.words());
            case M_TYPE -> add(named, words, Named.Kind.M_TYPE, List.of(entry.id()), m.span(), m.words());
            case CELL_CLASS, MARKER -> {
                if (!ORDINARY.contains(entry.id())) {
                    add(named, words, Named.Kind.M_CLASS, List.of(entry.id()), m.span(), m.words());
                }
            }
            case CONDITION -> add(named, words, Named.Kind.CONDITION, List.of(entry.id()), m.span(), m.words());
            case E_TYPE -> add(named, words, Named.Kind.E_TYPE, List.of(entry.id()), m.span(), m.words());
            case SPECIES -> add(named, words, Named.Kind.SPECIES, List.of(entry.id()), m.span(), m.words());
            case DRUG -> add(named, words, Named.Kind.DRUG, blocked(entry), m.span(), m.words());
            case RECEPTOR, CHANNEL -> add(named, words, Named.Kind.RECEPTOR, List.of(entry.id()), m.span(), m.words());
            case SYNAPSE_CLASS, ION, GLIA, FORMAT, SITE, CLINICAL, TERM -> {
                // the planner's own concepts name these
            }
        }
    }

    /** What a drug blocks; what it activates is marked by {@link #ACTIVATES}. */
    private static List<String> blocked(Entry drug) {
        var blocks = drug.facts("blocks");
        return blocks.isEmpty()
                ? drug.facts("activates").stream()
                        .map(target -> ACTIVATES + target)
                        .toList()
                : blocks;
    }

    private static void add(
            List<Named> named, List<Word> words, Named.Kind kind, List<String> names, Span span, String said) {
        int from = WordCut.first(words, span);
        int to = WordCut.end(words, span);
        boolean taken = named.stream()
                .anyMatch(n -> n.is(Named.Kind.LAYER) && kind != Named.Kind.LAYER && n.from() <= from && to <= n.to());
        if (from < to && !taken) {
            named.add(new Named(kind, names, from, to, said.strip()));
        }
    }
}
