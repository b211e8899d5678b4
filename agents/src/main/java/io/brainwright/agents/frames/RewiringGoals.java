package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
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

    private boolean addConnections() {
        return u.has("verb.add", "verb.build")
                && u.has("word.connection")
                && u.family("model").stream().anyMatch(m -> !m.concept().equals("model.distance") || u.has("verb.add"));
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
