package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Strengthening;
import io.brainwright.agents.frames.Want;
import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Utterance;
import io.brainwright.neuro.units.Dimension;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Where in the last plan a quantity belongs: the dimension leaves few parameters, the words around choose one that the plan has. */
final class Slots {
    private static final double UM_PER_MM = 1000;
    private static final double MS_PER_S = 1000;
    private static final double HUNDRED = 100;

    /** Families of concepts that name a parameter or a thing. */
    private static final Set<String> NAMING = Set.of("word", "thing", "ion", "stim", "rec", "metric", "colour");

    private final Utterance u;
    private final PatchWriter patch;
    private final @Nullable String changed;

    /**
     * A parameter of the plan.
     *
     * @param action the step's action
     * @param path dotted path below it
     * @param factor canonical value over the parameter's own unit
     */
    record Slot(String action, String path, double factor) {
        boolean dimensionless() {
            return true;
        }
    }

    /** @param changed action and path of the number that was changed last, which a bare one means; null: none */
    Slots(Utterance utterance, PatchWriter patch, @Nullable String changed) {
        this.changed = changed;
        this.u = utterance;
        this.patch = patch;
    }

    @Nullable
    Slot of(Amount a) {
        return switch (a.dimension()) {
            case LENGTH -> length(a);
            case TIME -> time(a);
            case CURRENT -> existing("sim.run", "stimuli.0.amplitude_nA", "stimuli.0");
            case VOLTAGE ->
                patch.has("sim.calibrate")
                        ? slot("sim.calibrate", "target.value")
                        : existing("sim.run", "stimuli.0.level_mV", "stimuli.0");
            case FREQUENCY ->
                patch.has("sim.calibrate")
                        ? slot("sim.calibrate", "target.value")
                        : existing("sim.run", "stimuli.0.rate_Hz", "stimuli.0");
            case CONCENTRATION ->
                run(
                        u.distance(a.from(), a.to(), "ion.mg") < u.distance(a.from(), a.to(), "ion.ca")
                                ? "mg_mM"
                                : "ca_mM");
            case TEMPERATURE, ANGLE -> run("temperature_degC");
            case DENSITY -> place("density_per_mm3");
            case FRACTION, FOLD -> share(a);
            case RESOLUTION -> plot("dpi");
            case NUMBER -> number(a);
            default -> null;
        };
    }

    /** The parameter that "as wide", "longer", "stronger" names, where the plan has it. */
    @Nullable
    Slot named() {
        if (u.has("word.wide", "edit.wider")) {
            return width();
        }
        if (u.has("word.density")) {
            return place("density_scale");
        }
        if (u.has("edit.longer", "word.duration")) {
            return patch.has("sim.run")
                    ? run("duration_ms")
                    : patch.has("render.movie") ? slot("render.movie", "duration_s") : null;
        }
        if (u.has("edit.stronger", "word.amplitude") || u.has("stim.any", "word.stimulus_any")) {
            return existing("sim.run", "stimuli.0.amplitude_nA", "stimuli.0");
        }
        if (u.has("ion.ca")) {
            return run("ca_mM");
        }
        if (u.has("ion.mg")) {
            return run("mg_mM");
        }
        if (u.has("word.frequency_word")) {
            return existing("sim.run", "stimuli.0.rate_Hz", "stimuli.0");
        }
        if (u.has("thing.cell", "thing.neuron")) {
            return place("count");
        }
        if (u.has("word.slow")) {
            return patch.has("render.movie") ? slot("render.movie", "slowdown") : null;
        }
        return width() != null && !patch.has("sim.run") ? width() : null;
    }

    JsonNode value(Amount a, Slot slot) {
        if (!a.isSweep()) {
            return Want.number(clean(a.value() / slot.factor()));
        }
        var sweep = JsonNodeFactory.instance.objectNode();
        a.values().forEach(v -> sweep.withArray("sweep").add(Want.number(clean(v / slot.factor()))));
        return sweep;
    }

    private static double clean(double x) {
        return Math.rint(x * 1e9) / 1e9;
    }

    private @Nullable Slot width() {
        if (!patch.has("atlas.region")) {
            return null;
        }
        for (var name : List.of("width_um", "thickness_um", "radius_um")) {
            if (!patch.at("atlas.region", "shape." + name).isMissingNode()) {
                return slot("atlas.region", "shape." + name);
            }
        }
        return slot("atlas.region", "shape.width_um");
    }

    private @Nullable Slot length(Amount a) {
        boolean plot = patch.has("render.plot")
                && a.unit().matches("mm|cm")
                && (u.has("thing.figure", "thing.plot", "word.one_column") || !patch.has("atlas.region"));
        if (plot) {
            return new Slot("render.plot", "width_mm", UM_PER_MM);
        }
        if (u.has("word.touch_distance", "thing.apposition") && patch.has("connectome.local")) {
            return slot(
                    "connectome.local",
                    "touch_distance_um." + (u.has("class.inhibitory") ? "inhibitory" : "excitatory"));
        }
        if (!patch.at("sim.run", "recordings.0.spacing_um").isMissingNode()
                && (u.has("word.contact", "word.probe", "word.within") || !patch.has("atlas.region"))) {
            return slot("sim.run", "recordings.0.spacing_um");
        }
        if (!patch.at("sim.run", "stimuli.0.distance_um").isMissingNode()
                && (!u.family("site").isEmpty() || !patch.has("atlas.region"))) {
            return slot("sim.run", "stimuli.0.distance_um");
        }
        if (patch.has("connectome.analyse") && (u.has("word.within") || !patch.has("atlas.region"))) {
            return slot("connectome.analyse", "max_distance_um");
        }
        if (u.has("word.radius") && patch.has("atlas.region")) {
            return slot("atlas.region", "shape.radius_um");
        }
        if (u.between(a.to(), a.to() + 2, "word.thick") && patch.has("atlas.region")) {
            return slot("atlas.region", "shape.thickness_um");
        }
        if (u.between(a.to(), a.to() + 2, "word.wide") && patch.has("atlas.region")) {
            return slot("atlas.region", "shape.width_um");
        }
        return width();
    }

    private @Nullable Slot time(Amount a) {
        if (u.between(a.from() - 3, a.to() + 1, "word.timestep")) {
            return run("dt_ms");
        }
        boolean movie = patch.has("render.movie") && (u.has("thing.movie") || !patch.has("sim.run"));
        if (movie) {
            return new Slot("render.movie", "duration_s", MS_PER_S);
        }
        boolean stimulus = patch.at("sim.run", "stimuli.0").isObject()
                && u.inClause(
                        a.from(),
                        "word.stimulus_any",
                        "stim.any",
                        "stim.current_step",
                        "verb.stimulate",
                        "stim.current_pulses",
                        "stim.volley",
                        "stim.synchronous_spikes",
                        "stim.poisson_spikes");
        boolean bare =
                u.family("verb").isEmpty() && patch.at("sim.run", "stimuli.0").isObject();
        if (bare && u.before(a.from(), 0, "time.at") && !u.has("word.duration", "edit.longer")) {
            return slot("sim.run", "stimuli.0." + onset());
        }
        double begins = patch.at("sim.run", "stimuli.0." + onset()).asDouble(-1);
        if (bare && a.value() <= begins) {
            return slot("sim.run", "stimuli.0.duration_ms"); // no simulation ends before its stimulus
        }
        if (stimulus) {
            boolean onset = u.word(a.from() - 1).matches("at|to|bei|auf|a|en|los|t|um|nach|after|apres|tras")
                            && !u.has("word.duration", "edit.longer")
                    || u.has("word.onset");
            var time = onset();
            return slot(
                    "sim.run",
                    "stimuli.0."
                            + (u.between(a.from() - 4, a.to() + 3, "word.recovery")
                                    ? "recovery_ms"
                                    : onset ? time : "duration_ms"));
        }
        return patch.has("sim.run") ? run("duration_ms") : null;
    }

    private String onset() {
        return patch.at("sim.run", "stimuli.0.delay_ms").isMissingNode() ? "time_ms" : "delay_ms";
    }

    private @Nullable Slot share(Amount a) {
        if (Strengthening.ofConnections(u)) {
            return patch.has("connectome.edit") ? slot("connectome.edit", "factor") : null;
        }
        boolean repeated = a.is(Dimension.FOLD)
                && a.change() != Amount.Change.LESS
                && u.has("word.repeats", "verb.run", "word.rerun")
                && !u.has("word.slow", "word.density", "word.weight")
                && !Strengthening.isFactor(u, a)
                && patch.has("sim.run");
        if (repeated) {
            return run("repeats");
        }
        if (u.has("word.density", "query.density")) {
            return place("density_scale");
        }
        if (u.between(a.to(), a.to() + 3, "class.excitatory") && patch.has("placement.cells")) {
            return slot("placement.cells", "excitatory_fraction");
        }
        if (u.has("word.slow") && patch.has("render.movie")) {
            return slot("render.movie", "slowdown");
        }
        if (u.has("word.depolarisation") && patch.has("sim.run")) {
            return new Slot("sim.run", "depolarisation_percent", 1 / HUNDRED);
        }
        if (!patch.at("connectome.edit", "fraction").isMissingNode() && a.is(Dimension.FRACTION)) {
            return slot("connectome.edit", "fraction");
        }
        if (!patch.at("connectome.edit", "factor").isMissingNode()) {
            return slot("connectome.edit", "factor");
        }
        if (!patch.at("sim.run", "stimuli.0.fraction").isMissingNode() && a.change() == Amount.Change.NONE) {
            return slot("sim.run", "stimuli.0.fraction");
        }
        return a.change() == Amount.Change.NONE ? null : named();
    }

    private @Nullable Slot number(Amount a) {
        boolean alone = a.unit().isEmpty()
                && u.named().isEmpty()
                && u.mentions().stream()
                        .noneMatch(
                                m -> NAMING.contains(m.family()) && !m.concept().equals("word.no"));
        if (changed != null && alone) {
            int cut = changed.indexOf('.', changed.indexOf('.') + 1);
            return slot(changed.substring(0, cut), changed.substring(cut + 1));
        }
        if (u.between(a.to(), a.to() + 2, "word.repeats") || u.word(a.to()).matches("times|mal|fois|veces")) {
            return run("repeats");
        }
        if (u.before(a.from(), 4, "verb.warm") && u.inClause(a.from(), "verb.warm") && patch.has("sim.run")) {
            return run("temperature_degC");
        }
        if (u.after(a.to(), 0, "word.temperature") || u.between(a.from() - 3, a.from(), "word.temperature")) {
            return run("temperature_degC");
        }
        if (u.has("edit.wider", "word.wide")
                && width() != null
                && a.value() > 2
                && !u.has("thing.cell", "thing.neuron")) {
            return width();
        }
        if (u.between(a.from() - 2, a.to() + 2, "ion.ca", "ion.mg") && patch.has("sim.run")) {
            return run(
                    u.distance(a.from(), a.to(), "ion.mg") < u.distance(a.from(), a.to(), "ion.ca")
                            ? "mg_mM"
                            : "ca_mM");
        }
        if (u.between(a.from() - 3, a.from(), "word.seed")) {
            return u.has("verb.place") || !patch.has("sim.run") ? place("seed") : run("seed");
        }
        if (u.between(a.from() - 2, a.to() + 1, "word.dimension") && patch.has("connectome.analyse")) {
            return slot("connectome.analyse", "max_dimension");
        }
        if (u.between(a.to(), a.to() + 1, "word.dpi")) {
            return plot("dpi");
        }
        if (u.between(a.to(), a.to() + 2, "word.contact")
                && patch.at("sim.run", "recordings.0").isObject()) {
            return slot("sim.run", "recordings.0.contacts");
        }
        if (u.between(a.to(), a.to() + 2, "rec.spikes", "stim.current_pulses", "stim.spike_train")
                && patch.at("sim.run", "stimuli.0").isObject()) {
            return slot("sim.run", "stimuli.0.count");
        }
        if (u.between(a.to(), a.to() + 3, "lib.papers", "lib.morphologies", "thing.morphology")
                && patch.has("library.search")) {
            return slot("library.search", "limit");
        }
        if (u.between(a.to(), a.to() + 4, "thing.neuron", "thing.cell")
                || patch.at("placement.cells", "count").isNumber() && a.value() > 1) {
            return place("count");
        }
        return null;
    }

    private static Slot slot(String action, String path) {
        return new Slot(action, path, 1);
    }

    private @Nullable Slot run(String name) {
        return patch.has("sim.run") ? slot("sim.run", name) : null;
    }

    private @Nullable Slot place(String name) {
        return patch.has("placement.cells") ? slot("placement.cells", name) : null;
    }

    private @Nullable Slot plot(String name) {
        return patch.has("render.plot") ? slot("render.plot", name) : null;
    }

    private @Nullable Slot existing(String action, String path, String parent) {
        return patch.at(action, parent).isObject() ? slot(action, path) : null;
    }
}
