package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.List;

/** Which kind of stimulus words mean, and the word that it hangs on. */
final class StimulusKind {
    private static final List<String> TELLING = List.of(
            "voltage_clamp",
            "poisson_spikes",
            "spike_replay",
            "ou_current",
            "ou_conductance",
            "shot_noise",
            "current_ramp",
            "current_noise",
            "epsp_current",
            "synchronous_spikes",
            "volley",
            "spike_train",
            "synaptic_event",
            "current_pulses",
            "current_step");

    private final Reading r;
    private final Utterance u;

    StimulusKind(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    String kind() {
        var said = u.family("stim").stream()
                .filter(m ->
                        !m.concept().equals("stim.any") && !u.between(m.from() - 2, m.from(), "word.no", "word.except"))
                .map(Mention::name)
                .toList();
        boolean sourceFires = said.contains("spike_train") || u.has("rec.spikes");
        boolean fired = u.all("rec.spikes").stream()
                .anyMatch(m -> u.amounts().stream()
                                .anyMatch(a -> a.is(Dimension.FREQUENCY) && Math.abs(a.from() - m.to()) <= 2)
                        && !said.contains("poisson_spikes"));
        for (var kind : TELLING) {
            if (fired && kind.startsWith("current_")) {
                return "spike_train";
            }
            if (said.contains(kind)
                    && !(kind.equals("synchronous_spikes") && onlyMeasured())
                    && !(kind.equals("synaptic_event") && said.size() > 1 && sourceFires)) {
                return kind;
            }
        }
        boolean train = u.amounts().stream().anyMatch(a -> a.is(Dimension.FREQUENCY)) && sourceFires;
        if (train) {
            return "spike_train";
        }
        if (u.has("verb.hold", "metric.peak_conductance")
                && !r.free(Dimension.VOLTAGE).isEmpty()) {
            return "voltage_clamp";
        }
        if (u.has("word.epsp", "word.ipsp", "metric.psp_amplitude", "thing.synapse")
                && !r.free(Dimension.LENGTH).isEmpty()
                && !u.family("site").isEmpty()) {
            return "synaptic_event";
        }
        if (said.isEmpty() && !r.free(Dimension.FREQUENCY).isEmpty() && thalamicNamed()) {
            return "poisson_spikes";
        }
        if (said.isEmpty() && thalamicNamed() && u.has("word.fire", "word.input") && !u.has("verb.stimulate")) {
            return "volley";
        }
        if (!r.free(Dimension.CURRENT).isEmpty()) {
            return r.free(Dimension.CURRENT).stream().anyMatch(a -> a.form() == Amount.Form.RANGE)
                            && u.has("stim.current_ramp")
                    ? "current_ramp"
                    : "current_step";
        }
        return "";
    }

    private boolean thalamicNamed() {
        return u.has("thing.thalamic") || u.named(Named.Kind.REGION).stream().anyMatch(Goals::thalamicName);
    }

    private boolean onlyMeasured() {
        return u.has("metric.synchrony")
                && !u.has("stim.volley", "thing.thalamic", "verb.stimulate")
                && r.u().named(Named.Kind.REGION).stream().noneMatch(Goals::thalamicName);
    }

    /** The word that the stimulus hangs on: its verb or its noun. */
    int anchor(String kind) {
        return u.first("verb.stimulate")
                .or(() -> u.first("stim." + kind))
                .or(() -> u.first("stim.any"))
                .map(Mention::from)
                .orElseGet(() -> r.free(Dimension.CURRENT).stream()
                        .map(Amount::from)
                        .findFirst()
                        .orElse(0));
    }
}
