package io.brainwright.library.model.extraction;

import io.brainwright.library.model.extraction.context.Mention;
import io.brainwright.library.model.extraction.context.Mention.Kind;
import io.brainwright.library.model.extraction.context.Mentions;
import io.brainwright.library.model.extraction.context.Pathway;
import io.brainwright.library.model.extraction.context.Pathways;
import io.brainwright.library.model.extraction.figure.Figure;
import io.brainwright.library.model.extraction.ontology.Parameter;
import io.brainwright.library.model.extraction.passage.Patterns;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says of whom each value of a sentence is, by the mentions around it and what the sentences before said. */
final class TissueReader {
    private static final Pattern SYNAPTIC = Pattern.compile(
            "connection_probability|reciprocal_.*|.*psp_.*|.*psc_.*|synapses_per_connection|synapse_path_distance|synaptic_.*|rise_time|decay_time_constant|psp_half_width|paired_pulse_ratio|cv|failure_rate|quantal_.*|release_.*|tm_[UDF]|peak_conductance|coupling_coefficient|gap_junction_probability|convergence|divergence|reversal_potential|nmda_ampa_ratio");
    private static final Pattern WITHIN = Patterns.words(
            "within|up to|less than|closer than|distances? (?:below|under|of up to)|inter-?somatic distances?|apart by less than|nearer than|at most|jusqu'à|bis zu|hasta");
    private static final Pattern AT = Patterns.words("at|beyond|apart|distances? of|separated by|à|bei|a");
    private static final Placed<Mention> MENTIONS = new Placed<>(Mention::begin, Mention::end);
    private static final Placed<Pathway> PATHWAYS = new Placed<>(Pathway::begin, Pathway::end);
    private static final Placed<Figure> FIGURES = new Placed<>(Figure::begin, Figure::end);

    private final ReadSentence read;
    private final List<Bound> values;
    private final Memory memory;
    private final List<Pathway> pathways;

    TissueReader(ReadSentence read, List<Bound> values, Memory memory) {
        this.read = read;
        this.values = values;
        this.memory = memory;
        this.pathways = completed(Pathways.find(read.sentence, read.mentions));
    }

    /** "for the A-to-B connection, and ... onto C": C receives from the A before. */
    private static List<Pathway> completed(List<Pathway> told) {
        var whole = new ArrayList<Pathway>();
        for (var pathway : told) {
            boolean onto = pathway.pre().isEmpty() && !whole.isEmpty();
            whole.add(
                    onto
                            ? new Pathway(whole.getLast().pre(), pathway.post(), pathway.begin(), pathway.end())
                            : pathway);
        }
        return List.copyOf(whole);
    }

    Tissue of(Bound value) {
        var pathway = synaptic(value.parameter())
                ? PATHWAYS.of(read.sentence, pathways, values, value)
                : Optional.<Pathway>empty();
        var cell = pathway.isPresent() ? "" : cell(value);
        boolean marker = value.parameter().name().startsWith("marker");
        return new Tissue(
                mention(Kind.SPECIES, value),
                mention(Kind.STRAIN, value),
                mention(Kind.AGE, value),
                mention(Kind.REGION, value),
                layer(value, cell, pathway),
                marker ? "" : cell,
                pathway.map(Pathway::pre).orElse(""),
                pathway.map(Pathway::post).orElse(""),
                mention(Kind.COMPARTMENT, value),
                receptor(value),
                marker ? mention(Kind.MARKER, value) : "",
                mention(Kind.CONDITION, value),
                of(value.parameter()),
                temperatures(),
                value.parameter().name().contains("connection") ? distance(value, AT) : null,
                value.parameter().name().contains("connection") ? distance(value, WITHIN) : null);
    }

    static boolean synaptic(Parameter parameter) {
        return SYNAPTIC.matcher(parameter.name()).matches();
    }

    private String mention(Kind kind, Bound value) {
        var told = read.mentions.stream()
                .filter(m -> m.kind() == kind && !read.citations.covers(m.begin()))
                .toList();
        return MENTIONS.of(read.sentence, distinct(told), values, value)
                .map(Mention::value)
                .orElseGet(() -> memory.of(kind));
    }

    /** The same thing told twice in a row is told once. */
    private static List<Mention> distinct(List<Mention> told) {
        if (told.stream().map(Mention::value).distinct().count() == 1) {
            return told.subList(0, 1);
        }
        return told;
    }

    private String cell(Bound value) {
        return mention(Kind.CELL, value);
    }

    /** The layer of the value itself; else that of its cells. */
    private String layer(Bound value, String cell, Optional<Pathway> pathway) {
        var own = mention(Kind.LAYER, value);
        boolean several = read.mentions.stream()
                        .filter(m -> m.kind() == Kind.LAYER)
                        .map(Mention::value)
                        .distinct()
                        .count()
                > 1;
        if (pathway.isPresent() && several) {
            var pre = Mentions.layerOf(pathway.get().pre());
            var post = Mentions.layerOf(pathway.get().post());
            return pre.equals(post) ? pre : "";
        }
        var ofCell = Mentions.layerOf(cell);
        return !ofCell.isEmpty() && several ? ofCell : own;
    }

    private String receptor(Bound value) {
        boolean ratio = value.parameter().name().contains("nmda");
        var told = read.mentions.stream()
                .filter(m -> m.kind() == Kind.RECEPTOR && !withinRatio(m))
                .toList();
        if (ratio) {
            return "";
        }
        var all = read.mentions.stream().filter(m -> m.kind() == Kind.RECEPTOR).toList();
        var aligned = alignedReceptor(all, value);
        return aligned.isPresent()
                ? aligned.get()
                : MENTIONS.of(read.sentence, distinct(told), values, value)
                        .map(Mention::value)
                        .orElse("");
    }

    /** "AMPA ... and NMDA/AMPA ratio ...; decay time constants were 1.74 and 43 ms, respectively": in the order first told. */
    private Optional<String> alignedReceptor(List<Mention> all, Bound value) {
        if (!Alignment.said(read.sentence.words()) || value.figure() == null) {
            return Optional.empty();
        }
        var figures =
                values.stream().map(Bound::figure).filter(Objects::nonNull).toList();
        for (var run : Alignment.runs(read.sentence, figures)) {
            var told = all.stream()
                    .filter(m -> m.end() <= run.getFirst().begin()
                            || m.begin() >= run.getLast().end())
                    .map(Mention::value)
                    .distinct()
                    .toList();
            if (run.contains(value.figure()) && told.size() == run.size()) {
                return Optional.of(told.get(run.indexOf(value.figure())));
            }
        }
        return Optional.empty();
    }

    private boolean withinRatio(Mention mention) {
        return read.hits.stream()
                .anyMatch(h -> h.parameter().name().contains("ampa")
                        && h.begin() <= mention.begin()
                        && mention.end() <= h.end());
    }

    private String of(Parameter parameter) {
        if (!parameter.name().equals("marker_fraction")) {
            return "";
        }
        boolean inhibitory = Patterns.words("inhibitory|(?-i:GABA)ergic|interneurons?")
                .matcher(memory.words() + read.sentence.words())
                .find();
        return inhibitory ? "inhibitory neurons" : "";
    }

    private List<Double> temperatures() {
        return read.numbers.stream()
                .filter(f -> f.dimension() == Dimension.TEMPERATURE)
                .findFirst()
                .map(f -> f.value() != null ? List.of(f.unit().canonical(f.value())) : ends(f))
                .orElse(List.of());
    }

    private static List<Double> ends(Figure range) {
        return List.of(
                range.unit().canonical(Objects.requireNonNull(range.low(), "low")),
                range.unit().canonical(Objects.requireNonNull(range.high(), "high")));
    }

    private @org.jspecify.annotations.Nullable Double distance(Bound value, Pattern words) {
        var told = read.numbers.stream()
                .filter(f -> f.dimension() == Dimension.LENGTH && f.value() != null)
                .filter(f -> kind(f).map(k -> k == words).orElse(false))
                .toList();
        var all = read.numbers.stream()
                .filter(f -> f.dimension() == Dimension.LENGTH && f.value() != null && kind(f).isPresent())
                .toList();
        return FIGURES.of(read.sentence, all, values, value)
                .filter(told::contains)
                .map(f -> f.unit().canonical(f.middle()))
                .orElse(null);
    }

    private Optional<Pattern> kind(Figure distance) {
        var before = read.sentence.before(distance.begin(), 26);
        if (before.matches("(?s).*[<≤] ?$") || lastWord(WITHIN, before)) {
            return Optional.of(WITHIN);
        }
        boolean apart = read.sentence.after(distance.end(), 8).startsWith(" apart");
        return apart || lastWord(AT, before) ? Optional.of(AT) : Optional.empty();
    }

    private static boolean lastWord(Pattern words, String before) {
        var matcher = words.matcher(before);
        int end = -1;
        while (matcher.find()) {
            end = matcher.end();
        }
        return end >= 0 && before.length() - end <= 4;
    }
}
