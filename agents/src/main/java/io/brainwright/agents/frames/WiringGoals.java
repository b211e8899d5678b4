package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Whether words ask for synapses: made, brought from elsewhere, or measured. */
final class WiringGoals {
    /** Words from "add" to the fibres that are added: a width may stand between. */
    private static final int ADDED_WITHIN = 6;

    private final Goals g;
    private final Reading r;
    private final Utterance u;

    WiringGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    boolean local() {
        boolean touches = u.has("thing.apposition") && !u.has("rec.lfp", "word.probe");
        boolean synapses = (u.has("thing.synapse") || touches) && !g.question();
        boolean rules = u.has("word.touch_distance")
                || u.has("word.prune")
                || u.has("word.unspecific", "word.specificity", "thing.gap_junction");
        return g.pipeline()
                || (u.has("verb.wire") && !midRange() && (!thalamic() || wiresThem()) && !g.rewiring.edits())
                || (synapses && (u.has("word.local") || rules || touches) && !g.rewiring.edits())
                || (rules
                        && u.has("verb.build", "verb.wire", "word.prune", "word.rebuild")
                        && !u.has("metric.synchrony")
                        && !g.rewiring.edits()
                        && !g.library.literature());
    }

    /** "wire them and add VPM fibres": the cells among themselves, and what else is said. */
    private boolean wiresThem() {
        return u.all("verb.wire").stream().anyMatch(m -> u.between(m.to(), m.to() + 1, "edit.it"));
    }

    boolean midRange() {
        return u.has("word.mid_range")
                || ((u.has("verb.wire") || projects())
                        && u.named(Named.Kind.REGION).stream()
                                        .filter(Goals::corticalPart)
                                        .map(Named::name)
                                        .distinct()
                                        .count()
                                >= 2);
    }

    private boolean projects() {
        return u.has("word.input") && !u.has("thing.axon", "verb.grow", "verb.stimulate") && !g.question();
    }

    boolean thalamic() {
        boolean source =
                u.has("thing.thalamic") || u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName);
        boolean made = u.has("verb.add", "verb.build", "verb.wire", "verb.place", "verb.grow", "verb.innervate")
                || u.has("word.rebuild")
                || g.onlyNames()
                        && u.has("word.input", "thing.axon")
                        && !g.question()
                        && r.free(Dimension.TIME).isEmpty()
                        && u.family("metric").isEmpty();
        return source
                && made
                && u.has("word.input", "verb.wire", "verb.add")
                && (!g.stimuli.thalamicDrive() || addsFibres());
    }

    /** "add VPM fibres ... fire a volley": made, and then driven. */
    private boolean addsFibres() {
        return u.all("verb.add").stream().anyMatch(m -> u.between(m.to(), m.to() + ADDED_WITHIN, "word.fibres"));
    }

    boolean physiology() {
        return g.pipeline()
                || (u.has("word.physiology")
                        && !g.question()
                        && !g.library.literature()
                        && !r.free(Dimension.CONCENTRATION).isEmpty()
                        && !g.activity.runs())
                || (u.has("word.physiology")
                        && u.has(
                                "verb.change", "verb.replace", "verb.build", "verb.add", "verb.import", "verb.assign"));
    }

    boolean analyse() {
        boolean metric = !u.family("graph").isEmpty()
                || (!u.family("match").isEmpty() && !u.has("match.none"))
                || synapsesPerConnection();
        return metric && !u.has("word.prune") && !g.library.literature() && !g.rewiring.edits();
    }

    /** "how many synapses does a connection have", in whatever order. */
    boolean synapsesPerConnection() {
        return u.has("thing.synapse")
                && u.has("verb.count", "word.average", "ask.question")
                && g.question()
                && u.has("word.connection");
    }
}
