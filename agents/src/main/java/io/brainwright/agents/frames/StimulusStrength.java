package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import tools.jackson.databind.node.ObjectNode;

/** How strong a stimulus is, how often it comes, how many fibres carry it. */
final class StimulusStrength {
    private static final String PATH = "stimuli.0";

    private final Reading r;
    private final Utterance u;

    StimulusStrength(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void amplitude(Want want, ObjectNode stimulus, String kind) {
        if (kind.equals("current_ramp")) {
            r.take(Dimension.CURRENT, a -> a.values().size() == 2).ifPresent(a -> {
                stimulus.set("from_nA", Want.number(a.values().getFirst()));
                stimulus.set("to_nA", Want.number(a.values().getLast()));
            });
            var ends = r.free(Dimension.CURRENT);
            if (ends.size() >= 2) {
                r.take(ends.get(0));
                r.take(ends.get(1));
                stimulus.set("from_nA", Want.number(ends.get(0).value()));
                stimulus.set("to_nA", Want.number(ends.get(1).value()));
            } else if (ends.size() == 1) {
                r.take(ends.getFirst());
                stimulus.set("to_nA", Want.number(ends.getFirst().value()));
            }
        }
        var currents = r.free(Dimension.CURRENT);
        if (currents.size() > 1 && currents.stream().allMatch(a -> a.form() == Amount.Form.ONE)) {
            var sweep = stimulus.putObject("amplitude_nA").putArray("sweep");
            currents.forEach(a -> {
                r.take(a);
                sweep.add(Want.number(a.value()));
            });
        }
        r.take(Dimension.CURRENT, a -> true).ifPresent(a -> {
            Reading.put(want, PATH, stimulus, "amplitude_nA", a);
            downwards(want, stimulus, a);
        });
        if (kind.equals("voltage_clamp") || u.has("verb.hold", "verb.change")) {
            r.take(Dimension.VOLTAGE, a -> true).ifPresent(a -> Reading.put(want, PATH, stimulus, "level_mV", a));
        }
        r.take(Dimension.FRACTION, a -> u.after(a.to(), 2, "word.depolarisation") && !kind.isEmpty())
                .ifPresent(a -> stimulus.set("percent_of_threshold", Want.number(Percent.of(a))));
        r.take(
                        Dimension.FRACTION,
                        a -> u.between(
                                        a.to(),
                                        a.to() + 4,
                                        "word.fibres",
                                        "thing.cell",
                                        "thing.neuron",
                                        "thing.thalamic")
                                && (kind.endsWith("spikes") || kind.equals("volley")))
                .ifPresent(a -> Reading.put(want, PATH, stimulus, "fraction", a));
    }

    /** "hyperpolarise by 80 pA": the current goes out of the cell, whatever sign was said. */
    private void downwards(Want want, ObjectNode stimulus, Amount a) {
        boolean down = u.has("word.hyperpolarise") && a.form() == Amount.Form.ONE && a.value() > 0;
        if (down) {
            stimulus.set("amplitude_nA", Want.number(-a.value()));
            want.derive(PATH + ".amplitude_nA", "hyperpolarising, " + a.said());
        }
    }

    void rates(Want want, ObjectNode stimulus) {
        if (!r.wants("sim.calibrate")) {
            r.take(Dimension.FREQUENCY, a -> true).ifPresent(a -> Reading.put(want, PATH, stimulus, "rate_Hz", a));
        }
        r.take(
                        Dimension.NUMBER,
                        a -> a.form() == Amount.Form.ONE
                                && (u.between(
                                        a.to(),
                                        a.to() + 3,
                                        "rec.spikes",
                                        "stim.spike_train",
                                        "stim.current_pulses",
                                        "stim.synaptic_event",
                                        "stim.volley",
                                        "word.fibres",
                                        "metric.raster"))
                                && !u.between(
                                        a.to(), a.to() + 2, "word.seed", "word.repeats", "thing.cell", "thing.neuron"))
                .filter(a -> a.value() > 1)
                .ifPresent(a -> stimulus.set("count", Want.number(a.value())));
    }
}
