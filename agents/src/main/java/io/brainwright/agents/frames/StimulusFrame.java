package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is done to the cells: kind, source, strength, time and place of a stimulus. */
final class StimulusFrame {
    private static final String PATH = "stimuli.0";
    /** What the vocabulary calls regions of the thalamus. */
    private static final Map<String, String> SOURCES = Map.of("TH", "thalamus", "PO", "POm");

    /** chosen: "layer 4 cells of the S1HL" */
    private static final int OF_REGION = 3;
    /** A layer before the stimulus counts as this many words further. */
    private static final int BEHIND = 2;

    private final Reading r;
    private final Utterance u;
    private final Targets targets;

    StimulusFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
        this.targets = new Targets(reading);
    }

    /** The stimulus that words ask for, written into a want of sim.run or sim.calibrate. */
    void read(Want want) {
        var stimulus = JsonNodeFactory.instance.objectNode();
        var kinds = new StimulusKind(r);
        var kind = kinds.kind();
        if (kind.isEmpty() && u.has("word.depolarisation")) {
            return;
        }
        if (!kind.isEmpty()) {
            stimulus.put("kind", kind);
        }
        var anchor = kinds.anchor(kind);
        pairs(want, kind);
        source(stimulus, kind);
        var strength = new StimulusStrength(r);
        strength.amplitude(want, stimulus, kind);
        times(want, stimulus, kind, anchor);
        strength.rates(want, stimulus);
        new StimulusSite(r).place(want, stimulus, kind, anchor);
        cells(want, stimulus, kind, anchor);
        if (stimulus.isEmpty()) {
            return;
        }
        want.params().putArray("stimuli").add(stimulus);
    }

    /** A connection that is driven: spikes of one cell onto the other. */
    private void pairs(Want want, String kind) {
        boolean connection =
                u.has("word.connection", "metric.short_term_plasticity", "thing.synapse", "metric.psp_amplitude")
                        || kind.equals("spike_train");
        if (connection && !u.has("word.plasticity") && !Strengthening.saysFactorOfConnections(u)) {
            new Pairs(r)
                    .take()
                    .ifPresent(p -> want.object("target")
                            .putObject("pair")
                            .put("pre", p.pre())
                            .put("post", p.post()));
        }
    }

    private void source(ObjectNode stimulus, String kind) {
        boolean spikes = kind.endsWith("_spikes")
                || kind.equals("volley")
                || kind.equals("spike_train")
                || kind.equals("spike_replay");
        for (var n : u.named(Named.Kind.REGION)) {
            boolean thalamic = Goals.thalamicName(n);
            if (thalamic && (spikes || u.has("verb.stimulate"))) {
                r.take(n);
                stimulus.put("source", SOURCES.getOrDefault(n.name(), n.name()));
            }
        }
        if (!stimulus.has("source") && spikes && u.has("thing.thalamic")) {
            stimulus.put("source", "thalamus");
        }
        if (kind.equals("spike_replay")) {
            u.words().stream()
                    .filter(w -> w.sort() == io.brainwright.agents.language.Word.Sort.PATH)
                    .findFirst()
                    .ifPresent(w -> stimulus.put("source", w.raw()));
        }
    }

    private void times(Want want, ObjectNode stimulus, String kind, int anchor) {
        Times.roles(r, r.free(Dimension.TIME), anchor, kind).forEach((a, role) -> {
            if (role == TimeRole.WINDOW) {
                r.take(a);
                stimulus.set("time_ms", Want.number(a.values().get(0)));
                stimulus.set(
                        "duration_ms",
                        Want.number(a.values().get(1) - a.values().get(0)));
                want.derive(PATH + ".duration_ms", a.said());
            } else if (role.isOfStimulus()) {
                r.take(a);
                Reading.put(want, PATH, stimulus, role.parameter(), a);
            }
        });
    }

    private void cells(Want want, ObjectNode stimulus, String kind, int anchor) {
        var other = otherLayers(anchor);
        var cells = targets.in(i -> (u.sameClause(i, anchor) || onlyPlaceForCells())
                && other.stream().noneMatch(n -> n.from() <= i && i < n.to()));
        if (cells.isEmpty() || want.params().path("target").has("pair")) {
            return;
        }
        region(other, anchor).ifPresent(name -> cells.put("region", name));
        boolean single = cells.path("count").asInt(0) == 1;
        boolean afterSpikes = stimulus.has("source") && !cells.has("m_class") && !cells.has("m_types");
        boolean clamped = kind.equals("voltage_clamp") && (cells.has("m_types") || cells.has("m_class"));
        if (single && !u.has("thing.column", "thing.circuit") || clamped) {
            want.object("target").setAll(cells);
        } else if (!afterSpikes && !kind.equals("voltage_clamp") || u.has("verb.stimulate")) {
            stimulus.set("target", cells);
        }
    }

    /** "stimulate layer 4 of S1HL", where the tissue has more than one region. */
    private Optional<String> region(List<Named> other, int anchor) {
        var cortical =
                u.named(Named.Kind.REGION).stream().filter(Goals::corticalPart).toList();
        boolean several = cortical.stream().map(Named::name).distinct().count() > 1;
        return u.named(Named.Kind.LAYER, Named.Kind.M_CLASS, Named.Kind.M_TYPE).stream()
                .filter(n -> several && !other.contains(n) && u.sameClause(n.from(), anchor))
                .flatMap(n -> cortical.stream()
                        .filter(c -> c.from() >= n.to()
                                && c.from() - n.to() <= OF_REGION
                                && u.sameClause(n.from(), c.from())))
                .findFirst()
                .map(c -> {
                    r.take(c);
                    return c.name();
                });
    }

    /** Layers that stand further from the stimulus than the nearest, and are not joined to it: "stimulate layer 4 ... reaches layer 6". */
    private List<Named> otherLayers(int anchor) {
        var layers = r.free(_ -> true, Named.Kind.LAYER);
        var nearest = layers.stream()
                .min(Comparator.comparingInt(n -> Math.abs(n.from() - anchor) + (n.from() < anchor ? BEHIND : 0)));
        return layers.stream()
                .filter(n -> nearest.filter(m -> m == n || joined(m, n)).isEmpty())
                .toList();
    }

    private boolean joined(Named a, Named b) {
        int from = Math.min(a.to(), b.to());
        int to = Math.max(a.from(), b.from());
        return to - from <= 2
                && u.words().subList(from, Math.max(from, to)).stream()
                        .allMatch(w ->
                                w.text().matches("and|und|et|y|e|,|or|oder|ou|o|to|bis|a|layer|schicht|couche|capa"));
    }

    private boolean onlyPlaceForCells() {
        return !u.has("verb.build", "verb.place", "verb.run", "verb.record", "verb.show");
    }
}
