package io.brainwright.agents.frames;

import io.brainwright.agents.language.Utterance;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Which measurement of a simulation words name, and how results are grouped. */
final class Measures {
    /** Concepts that name a metric of sim.analyse. */
    static final Set<String> SIM = Set.of(
            "metric.raster",
            "metric.traces",
            "metric.mean_rate",
            "metric.psth",
            "metric.isi",
            "metric.synchrony",
            "metric.correlation",
            "metric.psd",
            "metric.psp_amplitude",
            "metric.peak_conductance",
            "metric.short_term_plasticity",
            "metric.f_i",
            "metric.resting_potential",
            "metric.input_resistance",
            "metric.latency",
            "metric.attenuation",
            "rec.lfp");

    private static final Map<String, String> MORE_TELLING = Map.of("metric.attenuation", "metric.psp_amplitude");
    /** How plots of runs are named. */
    static final Map<String, String> PLOTS = Map.ofEntries(
            Map.entry("metric.raster", "raster"),
            Map.entry("metric.psth", "psth"),
            Map.entry("metric.psd", "psd"),
            Map.entry("metric.traces", "traces"),
            Map.entry("metric.f_i", "f_i"),
            Map.entry("metric.isi", "isi"),
            Map.entry("plot.matrix", "matrix"),
            Map.entry("plot.depth_profile", "depth_profile"),
            Map.entry("metric.density_by_depth", "depth_profile"),
            Map.entry("plot.barcode", "barcode"),
            Map.entry("plot.sweep", "sweep"));

    private Measures() {}

    /** The metrics in the order in which they were said. */
    static Set<String> metrics(Utterance u) {
        var found = new LinkedHashSet<String>();
        for (var m : u.mentions()) {
            if (SIM.contains(m.concept()) && !isStimulus(u, m.from(), m.concept()) && !isValue(u, m)) {
                found.add(m.name());
            }
        }
        if (found.isEmpty() && howFast(u)) {
            found.add("mean_rate");
        }
        MORE_TELLING.forEach((vague, exact) -> {
            boolean single = u.has("stim.synaptic_event", "word.epsp");
            if (single && found.remove(name(vague))) {
                found.add(name(exact));
            }
        });
        boolean spectrumOfLfp =
                u.all("rec.lfp").stream().anyMatch(m -> u.between(m.from() - 4, m.to() + 3, "metric.psd"));
        if (spectrumOfLfp) {
            found.remove("lfp");
        }
        if (found.contains("psp_amplitude") && u.has("verb.tune")) {
            found.remove("psp_amplitude");
        }
        return found;
    }

    /** "how fast do layer 6 cells fire": a rate, in whatever words between. */
    static boolean howFast(Utterance u) {
        return u.has("word.fire") && u.has("word.how_fast");
    }

    private static String name(String concept) {
        return concept.substring(concept.indexOf('.') + 1);
    }

    /** "at a rate of 20 Hz": a rate that is given is not asked for. */
    private static boolean isValue(Utterance u, io.brainwright.agents.language.Mention m) {
        return m.concept().equals("metric.mean_rate")
                && u.amounts().stream()
                        .anyMatch(a -> a.is(io.brainwright.neuro.units.Dimension.FREQUENCY)
                                && a.from() >= m.to()
                                && a.from() - m.to() <= 2);
    }

    /** "one synchronous volley" is a stimulus, "turns synchronous" a measurement. */
    private static boolean isStimulus(Utterance u, int at, String concept) {
        return concept.equals("metric.synchrony")
                && (u.between(at - 2, at + 3, "stim.volley", "rec.spikes", "stim.spike_train")
                        || u.all("stim.synchronous_spikes").stream()
                                .anyMatch(m -> m.from() <= at && m.to() - m.from() > 1 && at < m.to())
                        || (u.has("verb.stimulate") && u.inClause(at, "verb.stimulate", "thing.thalamic")));
    }

    /** The grouping that words name among some; null where they name none. */
    static @org.jspecify.annotations.Nullable String group(Utterance u, String... allowed) {
        for (var m : u.family("group")) {
            for (var name : allowed) {
                if (m.name().equals(name) && !u.between(m.from() - 2, m.from(), "verb.colour")) {
                    return name;
                }
            }
        }
        return null;
    }
}
