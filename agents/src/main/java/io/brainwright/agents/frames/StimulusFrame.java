package io.brainwright.agents.frames;

import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Mention;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What is done to the cells: kind of stimulus, where, how strong, when. */
final class StimulusFrame {
    private static final String PATH = "stimuli.0";
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
    private final Targets targets;

    StimulusFrame(Reading reading) {
        this.r = reading;
        this.u = reading.u();
        this.targets = new Targets(reading);
    }

    /** The stimulus that words ask for, written into a want of sim.run or sim.calibrate. */
    void read(Want want) {
        var stimulus = JsonNodeFactory.instance.objectNode();
        var kind = kind();
        if (kind.isEmpty() && u.has("word.depolarisation")) {
            return;
        }
        if (!kind.isEmpty()) {
            stimulus.put("kind", kind);
        }
        var anchor = anchor(kind);
        pairs(want, kind);
        source(stimulus, kind);
        amplitude(want, stimulus, kind);
        times(want, stimulus, kind, anchor);
        rates(want, stimulus);
        place(want, stimulus, kind, anchor);
        cells(want, stimulus, kind, anchor);
        if (stimulus.isEmpty()) {
            return;
        }
        want.params().putArray("stimuli").add(stimulus);
    }

    private String kind() {
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
    private int anchor(String kind) {
        return u.first("verb.stimulate")
                .or(() -> u.first("stim." + kind))
                .or(() -> u.first("stim.any"))
                .map(Mention::from)
                .orElseGet(() -> r.free(Dimension.CURRENT).stream()
                        .map(Amount::from)
                        .findFirst()
                        .orElse(0));
    }

    /** A connection that is driven: spikes of one cell onto the other. */
    private void pairs(Want want, String kind) {
        boolean connection =
                u.has("word.connection", "metric.short_term_plasticity", "thing.synapse", "metric.psp_amplitude")
                        || kind.equals("spike_train");
        if (connection) {
            new Pairs(r)
                    .take()
                    .ifPresent(p -> want.object("target")
                            .putObject("pair")
                            .put("pre", p.pre())
                            .put("post", p.post()));
        }
    }

    private void source(ObjectNode stimulus, String kind) {
        boolean spikes = kind.endsWith("_spikes")
                || kind.equals("volley")
                || kind.equals("spike_train")
                || kind.equals("spike_replay");
        for (var n : u.named(Named.Kind.REGION)) {
            boolean thalamic = Goals.thalamicName(n);
            if (thalamic && (spikes || u.has("verb.stimulate"))) {
                r.take(n);
                stimulus.put("source", n.name().equals("TH") ? "thalamus" : n.name());
            }
        }
        if (!stimulus.has("source") && spikes && u.has("thing.thalamic")) {
            stimulus.put("source", "thalamus");
        }
        if (kind.equals("spike_replay")) {
            u.words().stream()
                    .filter(w -> w.sort() == io.brainwright.agents.language.Word.Sort.PATH)
                    .findFirst()
                    .ifPresent(w -> stimulus.put("source", w.raw()));
        }
    }

    private void amplitude(Want want, ObjectNode stimulus, String kind) {
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
        r.take(Dimension.CURRENT, a -> true).ifPresent(a -> Reading.put(want, PATH, stimulus, "amplitude_nA", a));
        if (kind.equals("voltage_clamp") || u.has("verb.stimulate", "verb.change")) {
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

    private void times(Want want, ObjectNode stimulus, String kind, int anchor) {
        Times.roles(r, r.free(Dimension.TIME), anchor, kind).forEach((a, role) -> {
            if (role == TimeRole.WINDOW) {
                r.take(a);
                stimulus.set("time_ms", Want.number(a.values().get(0)));
                stimulus.set("duration_ms", Want.number(a.values().get(1) - a.values().get(0)));
                want.derive(PATH + ".duration_ms", a.said());
            } else if (role.isOfStimulus()) {
                r.take(a);
                Reading.put(want, PATH, stimulus, role.parameter(), a);
            }
        });
    }

    private void rates(Want want, ObjectNode stimulus) {
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

    private void place(Want want, ObjectNode stimulus, String kind, int anchor) {
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
            boolean nucleus = m.concept().equals("site.axon") && (kind.endsWith("_spikes") || u.has("word.ap"));
            if (!recorded
                    && !nucleus
                    && !stimulus.has("site")
                    && !kind.isEmpty()
                    && (u.sameClause(m.from(), anchor)
                            || stimulus.has("distance_um")
                            || u.family("site").size() == 1)) {
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

    private void cells(Want want, ObjectNode stimulus, String kind, int anchor) {
        var cells = targets.in(i -> u.sameClause(i, anchor) || onlyPlaceForCells());
        if (cells.isEmpty() || want.params().path("target").has("pair")) {
            return;
        }
        boolean single = cells.path("count").asInt(0) == 1;
        boolean afterSpikes = stimulus.has("source") && !cells.has("m_class") && !cells.has("m_types");
        boolean clamped = kind.equals("voltage_clamp") && (cells.has("m_types") || cells.has("m_class"));
        if (single && !u.has("thing.column", "thing.circuit") || clamped) {
            want.object("target").setAll(cells);
        } else if (!afterSpikes && !kind.equals("voltage_clamp") || u.has("verb.stimulate")) {
            stimulus.set("target", cells);
        }
    }

    private boolean onlyPlaceForCells() {
        return !u.has("verb.build", "verb.place", "verb.run", "verb.record", "verb.show");
    }
}
