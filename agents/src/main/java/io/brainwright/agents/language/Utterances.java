package io.brainwright.agents.language;

import io.brainwright.neuro.lexicon.Entry;
import io.brainwright.neuro.lexicon.EntryMention;
import io.brainwright.neuro.lexicon.Layers;
import io.brainwright.neuro.lexicon.Lexicon;
import io.brainwright.neuro.lexicon.Regions;
import io.brainwright.neuro.text.Language;
import io.brainwright.neuro.text.Normalised;
import io.brainwright.neuro.text.QuantityMention;
import io.brainwright.neuro.text.QuantityScanner;
import io.brainwright.neuro.text.Span;
import io.brainwright.neuro.text.Token;
import io.brainwright.neuro.text.Tokens;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads words into an {@link Utterance}: tokens, concepts, quantities, names. */
public final class Utterances {
    /** Classes that say no more than "cell". */
    private static final Set<String> ORDINARY = Set.of("neuron", "interneuron");

    private static final int LAYERS = 6;
    private static final int EXCEPTED_WITHIN = 4;
    private static final Set<String> CORTEX = Set.of("CTX", "Isocortex", "SS", "SSp");
    private static final Set<String> JOINING = Set.of("-", "/", "'", "\"", "–", "—", "(", ")", "[", "]", "¿", "¡");

    private final Lexicon lexicon;
    private final Regions regions;
    private final Concepts concepts = Concepts.shared();
    private final Mending mending;

    public Utterances(Lexicon lexicon) {
        this.lexicon = lexicon;
        this.regions = Regions.of(lexicon);
        this.mending = new Mending(concepts, lexicon);
    }

    /** Reads a request; the language of the dialogue so far decides where the words tell nothing. */
    public Utterance read(String text, Language before) {
        var language = Language.guess(text, before);
        var right = Commas.parted(mending.mended(text, Tokens.of(text), language));
        var source = Normalised.of(right);
        var tokens = Tokens.of(source);
        var words = words(tokens);
        var amounts = amounts(QuantityScanner.scan(source, tokens, language), words);
        var named = new ArrayList<>(named(tokens, words));
        amounts = behindLayers(amounts, named, words);
        var said = new ArrayList<>(words.stream().map(Word::text).toList());
        var mentions = concepts.in(said, language);
        if (mend(words, said, mentions, amounts, named, language)) {
            mentions = concepts.in(said, language);
            for (int i = 0; i < words.size(); i++) {
                var w = words.get(i);
                words.set(i, new Word(said.get(i), w.raw(), w.start(), w.end(), w.sort()));
            }
        }
        var spoken = mentions;
        named.removeIf(n -> n.is(Named.Kind.SPECIES)
                && spoken.stream()
                        .anyMatch(m -> m.family().equals("verb") && m.from() <= n.from() && n.to() <= m.to()));
        return new Utterance(text, right, language, words, mentions, amounts, named);
    }

    private boolean mend(
            List<Word> words,
            List<String> said,
            List<Mention> mentions,
            List<Amount> amounts,
            List<Named> named,
            Language language) {
        boolean mended = false;
        for (int i = 0; i < said.size(); i++) {
            int at = i;
            boolean known = words.get(i).sort() != Word.Sort.WORD
                    || mentions.stream().anyMatch(m -> m.from() <= at && at < m.to())
                    || amounts.stream().anyMatch(a -> a.from() <= at && at < a.to())
                    || named.stream().anyMatch(n -> n.from() <= at && at < n.to());
            if (!known) {
                var right = concepts.mended(said.get(i), language);
                mended |= !right.equals(said.get(i));
                said.set(i, right);
            }
        }
        return mended;
    }

    private static List<Word> words(List<Token> tokens) {
        var words = new ArrayList<Word>();
        for (var token : tokens) {
            var span = token.span();
            if (token.is(Token.Kind.SIGN) && JOINING.contains(token.text())) {
                continue;
            }
            if (!token.is(Token.Kind.WORD)) {
                words.add(new Word(token.folded(), token.text(), span.start(), span.end(), sort(token)));
                continue;
            }
            for (var part : token.folded().split("'", -1)) {
                if (!part.isBlank()) {
                    words.add(new Word(withoutCharge(part), token.text(), span.start(), span.end(), Word.Sort.WORD));
                }
            }
        }
        return words;
    }

    /** "ca2+", "mg2+": an ion by its element. */
    private static String withoutCharge(String word) {
        return word.endsWith("+") ? word.substring(0, word.length() - 1) : word;
    }

    private static Word.Sort sort(Token token) {
        return switch (token.kind()) {
            case WORD -> Word.Sort.WORD;
            case NUMBER -> Word.Sort.NUMBER;
            case PATH -> Word.Sort.PATH;
            case MENTION -> Word.Sort.NAME;
            case SIGN -> Word.Sort.SIGN;
        };
    }

    private static int first(List<Word> words, Span span) {
        int i = 0;
        while (i < words.size() && words.get(i).end() <= span.start()) {
            i++;
        }
        return i;
    }

    private static int end(List<Word> words, Span span) {
        int i = words.size();
        while (i > 0 && words.get(i - 1).start() >= span.end()) {
            i--;
        }
        return i;
    }

    private static List<Amount> amounts(List<QuantityMention> scanned, List<Word> words) {
        var amounts = new ArrayList<Amount>();
        for (var q : scanned) {
            int from = first(words, q.span());
            int to = end(words, q.span());
            if (from < to) {
                amounts.add(amount(q, from, to));
            }
        }
        return Seeds.bare(Corrections.applied(Lists.temperatures(Lists.evenlySpaced(Lists.joined(amounts, words), words), words), words), words);
    }

    private static Amount amount(QuantityMention q, int from, int to) {
        var change = q.relative() == null
                ? Amount.Change.NONE
                : switch (q.relative()) {
                    case TIMES -> Amount.Change.TIMES;
                    case MORE -> Amount.Change.MORE;
                    case LESS -> Amount.Change.LESS;
                };
        var unit = q.unit();
        boolean fold = change == Amount.Change.TIMES && unit == null;
        return new Amount(
                from,
                to,
                fold ? Dimension.FOLD : q.dimension(),
                q.values(),
                form(q),
                q.raw(),
                unit == null ? "" : unit.symbol(),
                change);
    }

    private static Amount.Form form(QuantityMention q) {
        return switch (q.form()) {
            case SINGLE, PLUS_MINUS -> Amount.Form.ONE;
            case RANGE, PROPORTION -> Amount.Form.RANGE;
            case LIST -> Amount.Form.LIST;
            case STEPS -> Amount.Form.SERIES;
        };
    }

    private List<Named> named(List<Token> tokens, List<Word> words) {
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
        allLayers(tokens, words, named);
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
        granular(words, named);
        exceptedNumbers(words, named);
        named.sort(java.util.Comparator.comparingInt(Named::from));
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

    /** "la couche 4 à 50 ms": the 4 is the layer's, the range is none. */
    private static List<Amount> behindLayers(List<Amount> amounts, List<Named> named, List<Word> words) {
        return amounts.stream()
                .map(a -> named.stream()
                        .filter(n -> n.is(Named.Kind.LAYER)
                                && a.form() == Amount.Form.RANGE
                                && n.from() <= a.from()
                                && a.from() < n.to()
                                && n.to() < a.to())
                        .findFirst()
                        .map(n -> lastOf(a, n, words))
                        .orElse(a))
                .toList();
    }

    private static Amount lastOf(Amount a, Named layer, List<Word> words) {
        int from = layer.to();
        while (from + 1 < a.to() && words.get(from).sort() != Word.Sort.NUMBER) {
            from++;
        }
        return new Amount(
                from,
                a.to(),
                a.dimension(),
                List.of(a.values().getLast()),
                Amount.Form.ONE,
                words.get(from).raw() + " " + a.unit(),
                a.unit(),
                a.change());
    }

    /** "infragranular layers", "supragranulär": layers by where they lie. */
    private static void granular(List<Word> words, List<Named> named) {
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i).text();
            var layers = word.startsWith("infragranul")
                    ? List.of("5", "6")
                    : word.startsWith("supragranul") ? List.of("1", "2", "3") : List.<String>of();
            if (!layers.isEmpty()) {
                named.add(new Named(
                        Named.Kind.LAYER, layers, i, i + 1, words.get(i).raw()));
            }
        }
    }

    /** The 4 of "layers 2-6 but not 4". */
    private static void exceptedNumbers(List<Word> words, List<Named> named) {
        for (int i = 1; i < words.size(); i++) {
            int at = i;
            boolean near = named.stream()
                    .anyMatch(n -> n.is(Named.Kind.LAYER) && n.to() < at && at - n.to() <= EXCEPTED_WITHIN);
            boolean counts = i + 1 < words.size()
                    && words.get(i + 1).sort() == Word.Sort.WORD
                    && !words.get(i + 1).text().matches("and|und|et|y|or|oder|ou|o");
            boolean excepted = words.get(i - 1)
                            .text()
                            .matches("not|nicht|pas|no|except|sauf|ausser|ohne|salvo|excepto|menos|without|minus")
                    || named.stream().anyMatch(n -> n.to() == at - 1 && n.said().matches("[1-6]"))
                            && words.get(i - 1).text().matches("and|und|et|y|,|or|oder|ni");
            boolean taken = named.stream().anyMatch(n -> n.from() <= at && at < n.to());
            if (near && !counts && !taken && excepted && words.get(i).text().matches("[1-6]")) {
                named.add(new Named(
                        Named.Kind.LAYER,
                        List.of(words.get(i).text()),
                        i,
                        i + 1,
                        words.get(i).raw()));
            }
        }
    }

    /** "all six layers". */
    private static void allLayers(List<Token> tokens, List<Word> words, List<Named> named) {
        for (int i = 0; i + 1 < words.size(); i++) {
            boolean six =
                    Set.of("six", "6", "sechs", "seis").contains(words.get(i).text());
            if (six
                    && Set.of("layers", "couches", "schichten", "capas")
                            .contains(words.get(i + 1).text())) {
                var all = java.util.stream.IntStream.rangeClosed(1, LAYERS)
                        .mapToObj(String::valueOf)
                        .toList();
                named.removeIf(n -> n.is(Named.Kind.LAYER));
                named.add(
                        new Named(Named.Kind.LAYER, all, i, i + 2, words.get(i).raw()));
            }
        }
        assert !tokens.isEmpty() || words.isEmpty();
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

    private static List<String> blocked(Entry drug) {
        var blocks = drug.facts("blocks");
        return blocks.isEmpty() ? List.of("?") : blocks;
    }

    private static void add(
            List<Named> named, List<Word> words, Named.Kind kind, List<String> names, Span span, String said) {
        int from = first(words, span);
        int to = end(words, span);
        boolean taken = named.stream()
                .anyMatch(n -> n.is(Named.Kind.LAYER) && kind != Named.Kind.LAYER && n.from() <= from && to <= n.to());
        if (from < to && !taken) {
            named.add(new Named(kind, names, from, to, said.strip()));
        }
    }
}
