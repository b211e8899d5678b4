package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.LinkedHashSet;
import java.util.Map;

/** Which tissue: region, species, layers, shape. */
final class AtlasFrame {
    private static final Map<String, String> KINDS = Map.of(
            "thing.hexagon", "hexagon",
            "thing.slice", "slice",
            "thing.sphere", "sphere",
            "thing.box", "box",
            "thing.column", "column");

    /** chosen: "a column that is 100 um wide" */
    private static final int BESIDE = 3;

    /** chosen: "a stimulus to the whole of layer 4" */
    private static final int REACH = 4;

    private final Reading r;
    private final Utterance u;

    AtlasFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void read(Want want) {
        regions(want);
        species(r, want);
        shape(want);
        layers(want);
    }

    private void regions(Want want) {
        var regions = new LinkedHashSet<String>();
        for (var n :
                r.free(n -> !Goals.thalamicName(n) || u.named(Named.Kind.REGION).size() == 1, Named.Kind.REGION)) {
            regions.add(n.name());
            r.take(n);
        }
        if (regions.size() == 1) {
            want.params().put("region", regions.getFirst());
        } else if (regions.size() > 1) {
            regions.forEach(want.params().putArray("region")::add);
        }
    }

    static void species(Reading r, Want want) {
        var species = r.u().named(Named.Kind.SPECIES);
        if (!species.isEmpty()) {
            want.params().put("species", species.getFirst().name());
        }
    }

    private void shape(Want want) {
        for (var a : r.free(Dimension.LENGTH)) {
            if (!RecordingFrame.isSpacing(u, a) && !isOfFibres(u, a) && lengthOfTissue(a)) {
                r.take(a);
                put(want, a);
            }
        }
        var kind = kind();
        if (kind.isEmpty() && u.has("thing.whole") && !u.has("thing.cell", "thing.neuron") && wholeTissue()) {
            kind = "whole";
        }
        if (!kind.isEmpty()) {
            want.object("shape").put("kind", kind);
        }
        r.take(
                        Dimension.NUMBER,
                        a -> u.between(a.to(), a.to() + 2, "thing.hexagon", "thing.column")
                                && a.value() > 1
                                && a.form() == Amount.Form.ONE)
                .ifPresent(a -> want.object("shape").set("count", Want.number(a.value())));
    }

    private boolean wholeTissue() {
        return u.all("thing.whole").stream()
                .anyMatch(m -> u.between(m.to(), m.to() + 4, "thing.brain", "thing.circuit", "word.region")
                        || u.named(Named.Kind.REGION).stream()
                                .anyMatch(n -> n.from() >= m.from() && n.from() - m.to() <= 4));
    }

    private String kind() {
        for (var name : new String[] {"thing.hexagon", "thing.slice", "thing.sphere", "thing.box", "thing.column"}) {
            boolean said = u.all(name).stream()
                    .anyMatch(m -> u.amounts().stream().noneMatch(a -> a.from() <= m.from() && m.to() <= a.to()));
            if (said) {
                return KINDS.getOrDefault(name, "");
            }
        }
        return "";
    }

    /** "60 um wide columns", "a column of 100 um", "a slice 300 um thick". */
    static boolean isOfTissue(Utterance u, Amount a) {
        return u.between(a.from() - BESIDE, a.to() + BESIDE, KINDS.keySet().toArray(String[]::new))
                && u.sameClause(a.from(), a.to() - 1);
    }

    /** "fibres 40 um wide", "40 um wide fibres". */
    static boolean isOfFibres(Utterance u, Amount a) {
        boolean named = u.named(Named.Kind.REGION).stream()
                .filter(Goals::thalamicName)
                .anyMatch(n -> n.to() == a.from() || n.from() >= a.to() && n.from() <= a.to() + 1);
        return named
                || u.between(a.from() - 1, a.from(), "word.fibres")
                || u.between(a.to(), a.to() + 2, "word.fibres");
    }

    private boolean lengthOfTissue(Amount a) {
        boolean neurite =
                u.between(a.from() - 3, a.to() + 3, "site.apical", "site.basal", "word.touch_distance", "word.border");
        boolean lasting = u.word(a.from() - 1).matches("for|during|pendant|durant|durante|wahrend|fur|por")
                && u.has("verb.run")
                && !u.between(a.to(), a.to() + 2, "word.wide", "word.thick", "thing.column", "thing.slice");
        return !lasting && !neurite || u.between(a.to(), a.to() + 2, "word.wide", "thing.column");
    }

    private void put(Want want, Amount a) {
        var name = "width_um";
        if (u.between(a.from() - 3, a.to() + 2, "word.radius")) {
            name = "radius_um";
        } else if (u.has("thing.slice")
                && !u.between(a.to(), a.to() + 1, "word.wide")
                && !u.between(a.from() - 1, a.from(), "word.wide")) {
            name = "thickness_um";
        } else if (u.between(a.to(), a.to() + 1, "word.thick")) {
            name = "thickness_um";
        }
        Reading.put(want, "shape", want.object("shape"), name, a);
    }

    private void layers(Want want) {
        var layers = new LinkedHashSet<Integer>();
        for (var n : r.free(n -> isTissue(n), Named.Kind.LAYER)) {
            n.names().forEach(l -> layers.add(Integer.valueOf(l)));
            r.take(n);
            if (!n.excepts().isEmpty()) {
                want.derive("layers", "all but " + n.said());
            }
        }
        if (!layers.isEmpty()) {
            layers.stream().sorted().forEach(want.params().putArray("layers")::add);
        }
    }

    /** Beside what is built; a layer elsewhere in the request ("whether layer 5 answers first") is only looked at. */
    private boolean isBuilt(Named n) {
        return u.family("verb").isEmpty()
                || u.named(Named.Kind.REGION).stream().anyMatch(p -> u.sameClause(p.from(), n.from()))
                || u.inClause(
                        n.from(),
                        "verb.build",
                        "verb.place",
                        "verb.replace",
                        "verb.change",
                        "verb.grow",
                        "thing.column",
                        "thing.slice",
                        "thing.box",
                        "thing.sphere",
                        "thing.hexagon",
                        "thing.circuit",
                        "thing.cell",
                        "thing.neuron",
                        "word.only",
                        "word.except");
    }

    /** "stimulus to layer 4", "2 nA into L4", "layer 4 kicked at 5 ms": where a stimulus goes, not what is built. */
    private boolean isStimulated(Named n) {
        var cues = new String[] {
            "verb.stimulate", "word.stimulus_any", "stim.any", "stim.current_step", "stim.current_pulses"
        };
        boolean current = u.amounts().stream()
                .anyMatch(a -> a.is(Dimension.CURRENT) && a.to() <= n.from() && n.from() - a.to() <= REACH);
        return current
                || u.between(n.from() - REACH, n.from(), cues) && u.sameClause(n.from() - 1, n.from())
                || u.after(n.to(), 1, "verb.stimulate");
    }

    private boolean isTissue(Named n) {
        boolean grouped = u.family("group").stream().anyMatch(m -> m.from() <= n.from() && n.from() < m.to());
        boolean shown = u.inClause(n.from(), "verb.show", "verb.stimulate", "verb.record")
                && !u.inClause(n.from(), "verb.build", "verb.place");
        return !grouped && !shown && !isStimulated(n) && isBuilt(n);
    }
}
