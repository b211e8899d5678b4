package io.brainwright.agents.frames;

import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;

/** Whether words ask for something that is done to cells. */
final class StimulusGoals {
    private final Goals g;
    private final Reading r;
    private final Utterance u;

    StimulusGoals(Goals goals) {
        this.g = goals;
        this.r = goals.reading();
        this.u = goals.reading().u();
    }

    boolean stimulus() {
        if (r.wants("connectome.thalamic") && onlyWired()) {
            return false;
        }
        boolean kind = u.family("stim").stream()
                .anyMatch(m -> !m.concept().equals("stim.any")
                        && !onlyMetric(m.concept())
                        && !isDenied(m)
                        && !(r.wants("render.sound") && m.concept().equals("stim.spike_train")));
        boolean driven = u.has("verb.stimulate")
                && (!u.named(Named.Kind.LAYER, Named.Kind.M_CLASS, Named.Kind.M_TYPE, Named.Kind.REGION)
                                .isEmpty()
                        || u.has(
                                "thing.neuron",
                                "thing.cell",
                                "class.excitatory",
                                "class.inhibitory",
                                "thing.column",
                                "thing.thalamic",
                                "thing.circuit",
                                "stim.any"));
        boolean held = u.has("verb.hold", "metric.peak_conductance")
                && !r.free(Dimension.VOLTAGE).isEmpty();
        driven |= u.has("word.stimulus_any")
                && !g.question()
                && !u.named(Named.Kind.LAYER, Named.Kind.M_CLASS, Named.Kind.M_TYPE)
                        .isEmpty();
        boolean synapse = u.has("word.epsp", "word.ipsp", "metric.psp_amplitude")
                && !r.free(Dimension.LENGTH).isEmpty()
                && !u.family("site").isEmpty();
        boolean spikesAtRate = !r.free(Dimension.FREQUENCY).isEmpty()
                && u.has("rec.spikes", "word.ap")
                && !u.has("verb.tune", "thing.movie");
        boolean thalamicRate = !r.free(Dimension.FREQUENCY).isEmpty()
                && (u.has("thing.thalamic")
                        || u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName));
        return (kind
                        || driven
                        || held
                        || synapse
                        || thalamicRate
                        || spikesAtRate
                        || fibresFire()
                        || !r.free(Dimension.CURRENT).isEmpty())
                && !u.has("verb.extract")
                && !g.library.literature();
    }

    /** Activity of thalamic fibres, not their making. */
    boolean thalamicDrive() {
        return u.has(
                        "stim.poisson_spikes",
                        "stim.synchronous_spikes",
                        "stim.volley",
                        "stim.spike_train",
                        "stim.spike_replay")
                || !r.free(Dimension.FREQUENCY).isEmpty() && u.has("verb.stimulate");
    }

    /** "give the column input from VPM": fibres, and nothing that they do. */
    private boolean onlyWired() {
        return u.family("stim").stream().allMatch(m -> m.concept().equals("stim.any"))
                && r.free(Dimension.FREQUENCY).isEmpty()
                && r.free(Dimension.CURRENT).isEmpty()
                && !u.has("word.fire")
                && u.all("verb.stimulate").stream().allMatch(m -> u.inClause(m.from(), "thing.thalamic", "word.input"));
    }

    /** "100 VPM fibres fire at 200 ms". */
    private boolean fibresFire() {
        boolean source =
                u.has("thing.thalamic") || u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName);
        boolean when = r.free(Dimension.TIME).stream().anyMatch(a -> u.before(a.from(), 1, "time.at"));
        return source && when && u.has("word.fire", "word.input") && !u.has("verb.stimulate");
    }

    /** "without noise". */
    private boolean isDenied(Mention m) {
        return u.between(m.from() - 2, m.from(), "word.no", "word.except");
    }

    private boolean onlyMetric(String concept) {
        return concept.equals("stim.synchronous_spikes")
                && u.has("metric.synchrony")
                && !u.has("verb.stimulate", "stim.volley", "thing.thalamic")
                && u.named(Named.Kind.REGION).stream().noneMatch(Goals::thalamicName);
    }
}
