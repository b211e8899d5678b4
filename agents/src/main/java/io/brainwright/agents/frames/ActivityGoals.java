package io.brainwright.agents.frames;

import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Whether words ask for a simulation, what it is run with, and what is measured in it. */
final class ActivityGoals {
    private final Goals g;
    private final Reading r;
    private final Utterance u;

    ActivityGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    boolean calibrate() {
        boolean background = u.has("stim.ou_current", "stim.ou_conductance", "stim.shot_noise")
                && !r.free(Dimension.FREQUENCY).isEmpty();
        return (u.has("verb.tune") || background)
                && (u.has(
                                "metric.mean_rate",
                                "metric.psp_amplitude",
                                "metric.resting_potential",
                                "word.epsp",
                                "word.ipsp")
                        || !r.free(Dimension.FREQUENCY).isEmpty()
                        || !r.free(Dimension.VOLTAGE).isEmpty());
    }

    boolean record() {
        return u.has("verb.record")
                && (!u.family("site").isEmpty()
                        || !u.family("rec").isEmpty()
                        || !r.free(Dimension.TIME).isEmpty())
                && !g.library.literature();
    }

    boolean conditions() {
        return !r.free(Dimension.CONCENTRATION).isEmpty()
                || !r.free(Dimension.TEMPERATURE).isEmpty()
                || blocks()
                || BathFrame.withoutIon(u, "mg") && !g.question()
                || BathFrame.withoutIon(u, "ca") && !g.question()
                || u.has("rec.lfp") && !runsOnly();
    }

    boolean blocks() {
        return !u.named(Named.Kind.DRUG).isEmpty()
                || (!u.named(Named.Kind.RECEPTOR).isEmpty()
                                && u.has("verb.block", "word.with_and_without", "word.with_or_without"))
                        && !g.library.literature();
    }

    /** Whether what is asked can only be about runs that are there. */
    boolean runsOnly() {
        return !r.context().runs().isEmpty()
                && !runs()
                && !u.has("verb.stimulate", "verb.sweep", "verb.record")
                && u.amounts().stream().noneMatch(a -> a.isSweep() && !a.is(Dimension.NUMBER));
    }

    boolean measures() {
        return u.family("metric").stream().anyMatch(m -> Measures.SIM.contains(m.concept())) || Measures.howFast(u);
    }

    boolean run() {
        boolean onlySynapses =
                r.wants("connectome.physiology") && !u.has("verb.run", "verb.stimulate") && !g.pipeline();
        if (onlySynapses) {
            return false;
        }
        boolean runs = runs()
                && !r.wants("notebook.compare")
                && !r.wants("notebook.rerun")
                && RunNames.in(u, r.context().runs()).isEmpty();
        return runs || g.stimuli.stimulus() || record() || conditions();
    }

    /** "run" as a verb; "the other run", "run 3" are things, "run 20 ms" is none. */
    boolean runs() {
        return u.all("verb.run").stream()
                .anyMatch(m -> !u.word(m.from() - 1).matches("other|another|last|previous|earlier|old|that|autre|otra")
                        && !(u.word(m.from()).matches("runs?") && numberOfRun(m.to())));
    }

    private boolean numberOfRun(int i) {
        return u.word(i).matches("\\d+")
                && u.amounts().stream()
                        .noneMatch(a -> a.from() == i && !a.unit().isEmpty());
    }
}
