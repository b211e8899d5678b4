package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Where on a cell a stimulus is given. */
final class StimulusSite {
    private static final String PATH = "stimuli.0";
    private static final Map<String, String> SITES = Map.of(
            "site.soma", "soma",
            "site.axon", "axon",
            "site.ais", "ais",
            "site.apical", "apical",
            "site.apical_tuft", "apical_tuft",
            "site.basal", "basal",
            "site.all", "all");

    private final Reading r;
    private final Utterance u;

    StimulusSite(Reading reading) {
        this.r = reading;
        this.u = reading.u();
    }

    void place(Want want, ObjectNode stimulus, String kind, int anchor) {
        if (kind.equals("synaptic_event")
                || kind.equals("epsp_current")
                || kind.startsWith("current")
                || kind.equals("voltage_clamp")
                || kind.isEmpty()) {
            r.take(Dimension.LENGTH, a -> onNeurite(a) && !kind.isEmpty())
                    .ifPresent(a -> Reading.put(want, PATH, stimulus, "distance_um", a));
        }
        var sites = new java.util.ArrayList<>(u.family("site"));
        sites.sort(java.util.Comparator.comparingInt(m -> distance(m, kind, anchor)));
        for (var m : sites) {
            boolean recorded = u.inClause(m.from(), "verb.record") && !u.sameClause(m.from(), anchor)
                    || u.before(m.from(), 2, "verb.record")
                    || measuredThere(m, kind)
                    || u.between(m.from() - 1, m.to() + 2, "rec.v") && !kind.equals("voltage_clamp");
            boolean nucleus = m.concept().equals("site.axon")
                    && (kind.endsWith("_spikes")
                            || u.has("word.ap")
                            || u.between(m.from() - 2, m.from(), "thing.thalamic"));
            if (!recorded
                    && !nucleus
                    && !stimulus.has("site")
                    && !kind.isEmpty()
                    && (u.sameClause(m.from(), anchor)
                            || stimulus.has("distance_um")
                            || u.family("site").size() == 1 && !u.inClause(m.from(), "verb.grow"))) {
                stimulus.put("site", SITES.getOrDefault(m.concept(), m.name()));
            }
        }
    }

    /** Words between a site and the stimulus that is meant to be there. */
    private int distance(Mention site, String kind, int anchor) {
        return u.all("stim." + kind).stream()
                .mapToInt(m -> site.from() >= m.to() ? site.from() - m.to() : Math.max(0, m.from() - site.to()))
                .min()
                .orElse(Math.abs(site.from() - anchor));
    }

    /** "at the soma" of a synaptic event far out is where it is measured. */
    private boolean measuredThere(Mention m, String kind) {
        return kind.equals("synaptic_event")
                && m.concept().equals("site.soma")
                && u.family("site").stream().anyMatch(o -> !o.concept().equals("site.soma"));
    }

    private boolean onNeurite(Amount a) {
        return !u.has("thing.column", "thing.slice")
                || u.family("site").stream().anyMatch(m -> !m.concept().equals("site.soma"));
    }
}
