package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Whether words ask for changes of a connectome that stands. */
final class RewiringGoals {
    private final Goals g;
    private final Reading r;
    private final Utterance u;

    RewiringGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    /** Changes of a connectome that stands. */
    boolean edits() {
        boolean cut = u.has("verb.cut") && u.has("word.connection", "thing.synapse") && !u.has("word.prune");
        boolean rewired = u.has("verb.rewire") && !shuffledControl();
        return u.has("verb.disconnect")
                || rewired
                || cut
                || silences()
                || scaleWeight()
                || setDelay()
                || addConnections();
    }

    /** "common neighbours against a shuffled control": a control of a measurement, and no change. */
    private boolean shuffledControl() {
        return !u.family("graph").isEmpty()
                && u.all("verb.rewire").stream().allMatch(m -> u.between(m.to(), m.to() + 3, "word.control_run"));
    }

    /** "silence the SST cells": cells, and neither a receptor nor a drug; what they give to others is cut. */
    boolean silences() {
        return u.all("verb.silence").stream()
                .anyMatch(m -> u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).stream()
                                .anyMatch(n -> u.sameClause(m.from(), n.from()))
                        || u.between(m.to(), m.to() + 3, "class.inhibitory", "class.excitatory"));
    }

    boolean scaleWeight() {
        boolean pathway = layerPair() && u.family("stim").isEmpty() && !u.has("verb.stimulate", "word.stimulus_any");
        boolean strength = u.has("word.weight")
                || u.has("word.strengthen") && (u.has("thing.synapse", "word.connection") || pathway);
        boolean between = u.has("thing.synapse", "word.connection")
                || pairNamed()
                || !u.named(Named.Kind.LAYER).isEmpty();
        boolean scaled = u.has("verb.change", "edit.twice", "edit.half", "edit.triple")
                || u.amounts().stream().anyMatch(a -> a.change() != Amount.Change.NONE);
        return strength
                && between
                && (scaled || u.has("word.strengthen"))
                && !u.has("verb.tune", "ask.question")
                && (!u.has("verb.record") && u.family("metric").isEmpty() || Strengthening.saysFactorOfConnections(u));
    }

    boolean setDelay() {
        return u.has("word.delay")
                && (u.has("word.connection", "thing.synapse") || pairNamed() || layerPair())
                && !r.free(Dimension.TIME).isEmpty()
                && !u.has("verb.stimulate");
    }

    /** "add connections by distance": what is added and its model stand beside the verb, and not elsewhere in a longer request. */
    private boolean addConnections() {
        return u.mentions().stream()
                .filter(m -> m.concept().equals("verb.add") || m.concept().equals("verb.build"))
                .anyMatch(verb -> u.inClause(verb.from(), "word.connection")
                        && !addsFibres(verb)
                        && u.family("model").stream()
                                .filter(m -> u.sameClause(verb.from(), m.from()) && !groupsMeasure(m))
                                .anyMatch(m -> !m.concept().equals("model.distance")
                                        || verb.concept().equals("verb.add")));
    }

    /** "add VPM fibres", "add mid-range connections": stages of the wiring, and no change of one that stands. */
    private boolean addsFibres(Mention verb) {
        int end = u.all("word.connection").stream()
                .mapToInt(Mention::from)
                .filter(from -> from >= verb.to())
                .min()
                .orElse(u.size());
        return u.between(verb.to(), end, "word.fibres", "thing.thalamic", "word.mid_range")
                || u.named(Named.Kind.REGION).stream()
                        .anyMatch(n -> Goals.thalamicName(n) && n.from() >= verb.to() && n.from() < end);
    }

    /** "connection probability by distance": how something is measured. */
    private boolean groupsMeasure(Mention model) {
        return u.mentions().stream()
                .anyMatch(m -> (m.family().equals("match") || m.family().equals("graph"))
                        && m.to() <= model.from()
                        && model.from() - m.to() <= 1);
    }

    private boolean layerPair() {
        return u.named(Named.Kind.LAYER).stream()
                        .mapToInt(n -> n.names().size())
                        .sum()
                >= 2;
    }

    private boolean pairNamed() {
        return u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).size() >= 2
                || u.has("class.excitatory", "class.inhibitory");
    }
}
