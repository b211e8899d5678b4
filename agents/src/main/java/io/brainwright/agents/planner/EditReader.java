package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Amount;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.neuro.units.Dimension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Which values of the last plan words change: each said thing finds its place in that plan. */
final class EditReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> NEW_STEPS = Set.of(
            "render.movie",
            "render.image",
            "render.plot",
            "render.sound",
            "export.sonata",
            "export.swc",
            "export.nwb",
            "sim.analyse",
            "connectome.analyse",
            "placement.analyse",
            "synthesis.analyse",
            "connectome.thalamic",
            "connectome.edit");

    private final Utterance u;
    private final PatchWriter patch;
    private final WorkspaceView workspace;
    private final Wish wish;
    private final Slots slots;

    EditReader(Utterance utterance, PatchWriter patch, WorkspaceView workspace, Wish wish) {
        this.u = utterance;
        this.patch = patch;
        this.workspace = workspace;
        this.wish = wish;
        this.slots = new Slots(utterance, patch);
    }

    void read() {
        removals();
        boolean added = addedStimulus() | addedRecording();
        blocks();
        if (!added) {
            amounts();
            factors();
            names();
        } else {
            conditionsBeside();
        }
        choices();
        newSteps();
        assert workspace != null;
    }

    private void removals() {
        boolean removing =
                u.has("verb.remove", "verb.block") || u.word(0).matches("without|ohne|sans|sin") || u.has("word.no");
        if (!removing) {
            return;
        }
        if (u.has("word.stimulus_any") && near("word.stimulus_any") && patch.has("sim.run")) {
            patch.remove("sim.run", "stimuli");
        }
        if (u.has("word.block_any")
                && u.has("verb.remove")
                && near("word.block_any")
                && u.named(Named.Kind.RECEPTOR, Named.Kind.DRUG).isEmpty()
                && patch.has("sim.run")) {
            patch.remove("sim.run", "blocks");
        }
        if (u.has("word.recording_any") && near("word.recording_any") && patch.has("sim.run")) {
            patch.remove("sim.run", "recordings");
        }
        if (u.has("verb.remove") || u.word(0).matches("without|ohne|sans|sin")) {
            Map.of(
                            "thing.movie",
                            "render.movie",
                            "thing.image",
                            "render.image",
                            "export.sonata",
                            "export.sonata",
                            "verb.hear",
                            "render.sound")
                    .forEach((concept, action) -> {
                        if (u.has(concept) && patch.has(action) && !u.has("verb.add")) {
                            patch.removeStep(action);
                        }
                    });
            wish.wants().stream()
                    .filter(w -> w.action().equals("sim.analyse") && !u.has("verb.add"))
                    .map(w -> w.params().path("metric"))
                    .forEach(metric -> patch.removeStep(
                            "sim.analyse", s -> s.params().path("metric").equals(metric)));
            if (u.has("glia.glia", "glia.astrocyte") && patch.has("placement.cells")) {
                patch.set("placement.cells", "classes", JSON.arrayNode().add("neuron"));
            }
        }
    }

    private boolean near(String concept) {
        return u.all(concept).stream()
                .anyMatch(m -> u.between(m.from() - 4, m.to() + 3, "verb.remove", "verb.block", "word.no"));
    }

    /** "add a current clamp on the L5 cells ..." */
    private boolean addedStimulus() {
        boolean adds = u.has("verb.add", "verb.stimulate", "edit.also");
        var said = wish.want("sim.run").map(Want::params).map(p -> p.path("stimuli"));
        if (!adds || said.isEmpty() || !said.get().isArray() || !patch.has("sim.run") || onlyChanges()) {
            return false;
        }
        said.get().forEach(s -> {
            var stimulus = (ObjectNode) s.deepCopy();
            if (!stimulus.has("kind")) {
                stimulus.put("kind", "current_step");
            }
            patch.append("sim.run", "stimuli", stimulus);
        });
        return true;
    }

    private boolean onlyChanges() {
        return u.has("verb.change", "edit.instead") && !u.has("verb.add");
    }

    private boolean addedRecording() {
        var said = wish.want("sim.run").map(Want::params).map(p -> p.path("recordings"));
        if (!u.has("verb.record", "verb.add") || said.isEmpty() || !said.get().isArray() || !patch.has("sim.run")) {
            return false;
        }
        said.get().forEach(s -> patch.append("sim.run", "recordings", s));
        return true;
    }

    /** Beside an added stimulus: what else of the simulation was said. */
    private void conditionsBeside() {
        wish.want("sim.run").ifPresent(w -> {
            for (var name : List.of("ca_mM", "mg_mM", "temperature_degC", "repeats", "seed", "duration_ms")) {
                if (w.params().has(name)) {
                    patch.set("sim.run", name, w.params().get(name));
                }
            }
        });
    }

    private void blocks() {
        if (!patch.has("sim.run")) {
            return;
        }
        var said = new ArrayList<JsonNode>();
        wish.want("sim.run").map(Want::params).map(p -> p.path("blocks")).ifPresent(b -> b.forEach(said::add));
        wish.variants()
                .forEach(v ->
                        v.set().getOrDefault("sim.run.blocks", JSON.arrayNode()).forEach(said::add));
        if (said.isEmpty()) {
            return;
        }
        boolean unblock =
                u.has("word.unblock") || u.has("verb.remove") && u.has("word.block_any") && u.has("verb.block");
        unblock |= u.named(Named.Kind.RECEPTOR, Named.Kind.DRUG).stream()
                .anyMatch(n -> u.between(n.from() - 2, n.from(), "word.no", "word.except")
                        && u.between(n.to(), n.to() + 2, "word.block_any", "verb.block"));
        var there = patch.at("sim.run", "blocks");
        unblock |= u.has("verb.remove")
                && there.isArray()
                && said.stream().allMatch(b -> there.valueStream().anyMatch(b::equals));
        boolean instead = u.has("edit.instead", "edit.same", "verb.replace") || !there.isArray() || there.isEmpty();
        if (unblock) {
            var left = JSON.arrayNode();
            there.forEach(b -> {
                if (!said.contains(b)) {
                    left.add(b);
                }
            });
            patch.set("sim.run", "blocks", left);
        } else if (!wish.variants().isEmpty()) {
            wish.variants().forEach(v -> {
                var variant = JSON.objectNode().put("name", v.name());
                var set = variant.putObject("set");
                v.set().forEach(set::set);
                patch.addVariant(variant);
            });
        } else if (instead) {
            var list = JSON.arrayNode();
            said.forEach(list::add);
            patch.set("sim.run", "blocks", list);
        } else {
            said.stream()
                    .filter(b -> there.valueStream().noneMatch(b::equals))
                    .forEach(b -> patch.append("sim.run", "blocks", b));
        }
    }

    private void amounts() {
        for (var a : u.amounts()) {
            var slot = slots.of(a);
            if (slot == null || belongsToName(a) || blockBegins(a)) {
                continue;
            }
            if (a.change() != Amount.Change.NONE && !slot.path().equals("repeats")) {
                scale(slot, a.change(), a.value(), a.said());
            } else {
                patch.set(slot.action(), slot.path(), slots.value(a, slot));
            }
        }
    }

    /** "from 200 ms on" of a block is its own. */
    private boolean blockBegins(Amount a) {
        return wish.want("sim.run").map(w -> w.params().path("blocks").valueStream()).stream()
                .flatMap(b -> b)
                .anyMatch(b -> b.path("from_ms").isNumber() && b.path("from_ms").asDouble() == a.value());
    }

    private boolean belongsToName(Amount a) {
        return u.named().stream().anyMatch(n -> n.from() < a.to() && a.from() < n.to());
    }

    /** "twice as wide", "half as long", in words without a number. */
    private void factors() {
        if (u.amounts().stream().anyMatch(a -> a.change() != Amount.Change.NONE)) {
            return;
        }
        double factor = u.has("edit.half") ? 0.5 : u.has("edit.triple") ? 3 : u.has("edit.twice") ? 2 : 0;
        var slot = slots.named();
        if (factor > 0 && slot != null) {
            scale(slot, Amount.Change.TIMES, factor, u.text());
        }
    }

    private void scale(Slots.Slot slot, Amount.Change change, double by, String said) {
        var old = patch.at(slot.action(), slot.path());
        if (!old.isNumber()) {
            return;
        }
        double value = switch (change) {
            case TIMES -> old.asDouble() * by;
            case MORE -> slot.dimensionless() ? old.asDouble() * (1 + by) : old.asDouble() + by;
            case LESS -> slot.dimensionless() ? old.asDouble() * (1 - by) : old.asDouble() - by;
            case NONE -> old.asDouble();
        };
        var exact = Want.number(Math.rint(value * 1e9) / 1e9);
        patch.set(slot.action(), slot.path(), exact);
        var path = slot.action() + "." + slot.path();
        patch.assume(new Assumption(
                path, exact, unit(slot.path()), "from your words: %s of %s".formatted(said, old), List.of()));
    }

    private static String unit(String path) {
        var dimension = Dimension.ofName(path.substring(path.lastIndexOf('.') + 1));
        return dimension.canonical();
    }

    private void names() {
        layers();
        var regions = u.named(Named.Kind.REGION);
        if (!regions.isEmpty() && patch.has("atlas.region")) {
            patch.set(
                    "atlas.region", "region", JSON.stringNode(regions.getFirst().name()));
        }
        var species = u.named(Named.Kind.SPECIES);
        if (!species.isEmpty() && patch.has("atlas.region")) {
            patch.set(
                    "atlas.region",
                    "species",
                    JSON.stringNode(species.getFirst().name()));
        }
        cells();
        sites();
    }

    private void layers() {
        var layers = JSON.arrayNode();
        u.named(Named.Kind.LAYER).stream()
                .filter(n -> u.family("group").stream().noneMatch(g -> g.from() <= n.from() && n.from() < g.to()))
                .forEach(n -> n.names().stream()
                        .filter(l -> n.excepts().isEmpty() || isThere(Integer.parseInt(l)))
                        .forEach(l -> layers.add(Integer.parseInt(l))));
        if (layers.isEmpty() || !u.named(Named.Kind.M_CLASS, Named.Kind.M_TYPE).isEmpty()) {
            return;
        }
        boolean driven = u.has("verb.stimulate", "word.stimulus_any", "stim.any") || !patch.has("atlas.region");
        if (driven && patch.at("sim.run", "stimuli.0").isObject()) {
            patch.set("sim.run", "stimuli.0.target.layer", layers);
            if (patch.at("sim.run", "stimuli.0.target.population").asString("").equals("all")) {
                patch.remove("sim.run", "stimuli.0.target.population");
            }
        } else if (patch.has("atlas.region")) {
            patch.set("atlas.region", "layers", layers);
            u.named(Named.Kind.LAYER).stream()
                    .filter(n -> !n.excepts().isEmpty())
                    .findFirst()
                    .ifPresent(n -> patch.assume(new Assumption(
                            "atlas.region.layers", layers, "", "from your words: all but " + n.said(), List.of())));
        } else if (patch.has("sim.run")) {
            patch.set("sim.run", "target.layer", layers);
        }
    }

    /** "without layer 1" leaves of the plan's layers all others. */
    private boolean isThere(int layer) {
        var there = patch.at("atlas.region", "layers");
        return !there.isArray() || there.valueStream().anyMatch(l -> l.asInt() == layer);
    }

    private void cells() {
        var types = u.named(Named.Kind.M_TYPE);
        var classes = u.named(Named.Kind.M_CLASS);
        if (types.isEmpty() && classes.isEmpty() && !u.has("class.excitatory", "class.inhibitory")) {
            return;
        }
        var stimulus = patch.at("sim.run", "stimuli.0").isObject();
        var action = patch.has("sim.run") ? "sim.run" : "";
        var prefix = stimulus && patch.at("sim.run", "target").isMissingNode() ? "stimuli.0.target" : "target";
        if (!types.isEmpty() && action.isEmpty() && patch.has("synthesis.dendrites")) {
            patch.set(
                    "synthesis.dendrites",
                    "m_types",
                    strings(types.stream()
                            .flatMap(n -> n.names().stream())
                            .distinct()
                            .toList()));
        } else if (!types.isEmpty() && action.isEmpty() && patch.has("placement.cells")) {
            patch.set(
                    "placement.cells",
                    "m_types",
                    strings(types.stream()
                            .flatMap(n -> n.names().stream())
                            .distinct()
                            .toList()));
        } else if (!action.isEmpty()) {
            target(prefix, types, classes);
        }
    }

    private void target(String prefix, List<Named> types, List<Named> classes) {
        if (!types.isEmpty()) {
            patch.remove("sim.run", prefix + ".m_class");
            patch.remove("sim.run", prefix + ".layer");
            patch.set(
                    "sim.run",
                    prefix + ".m_types",
                    strings(types.stream()
                            .flatMap(n -> n.names().stream())
                            .distinct()
                            .toList()));
        } else if (!classes.isEmpty()) {
            var layers = u.named(Named.Kind.LAYER);
            var name = classes.getFirst().name();
            var old = patch.at("sim.run", prefix + ".m_class").asString("");
            var layer = layers.size() == 1 && layers.getFirst().names().size() == 1
                    ? "L" + layers.getFirst().name() + " "
                    : old.matches("L\\d .*") && !name.matches("L\\d.*") ? old.substring(0, 3) : "";
            patch.remove("sim.run", prefix + ".m_types");
            patch.set("sim.run", prefix + ".m_class", JSON.stringNode(layer + name));
        } else if (u.has("class.excitatory") != u.has("class.inhibitory")) {
            patch.set(
                    "sim.run",
                    prefix + ".population",
                    JSON.stringNode(u.has("class.excitatory") ? "excitatory" : "inhibitory"));
        }
    }

    private static JsonNode strings(List<String> names) {
        var list = JSON.arrayNode();
        names.forEach(list::add);
        return list;
    }

    private void sites() {
        var site = u.family("site").stream().findFirst();
        if (site.isPresent() && patch.at("sim.run", "recordings.0.site").isString() && u.has("verb.record")) {
            patch.set("sim.run", "recordings.0.site", JSON.stringNode(site.get().name()));
        } else if (site.isPresent() && patch.at("sim.run", "stimuli.0.site").isString()) {
            patch.set("sim.run", "stimuli.0.site", JSON.stringNode(site.get().name()));
        }
    }

    /** Values from a list: groupings, colours, formats, shapes, kinds. */
    private void choices() {
        for (var action : List.of("sim.analyse", "connectome.analyse", "placement.analyse", "atlas.query")) {
            u.family("group").stream()
                    .findFirst()
                    .filter(_ -> patch.has(action) && !u.has("verb.colour"))
                    .ifPresent(g -> patch.set(action, "group_by", JSON.stringNode(g.name())));
        }
        for (var action : List.of("render.movie", "render.image")) {
            if (u.has("verb.colour") && patch.has(action)) {
                u.family("colour").stream()
                        .findFirst()
                        .or(() -> u.family("group").stream().findFirst())
                        .ifPresent(c -> patch.set(action, "colour_by", JSON.stringNode(c.name())));
            }
            wish.want(action).ifPresent(w -> {
                for (var name : List.of("resolution", "camera", "slowdown", "layout", "sound")) {
                    if (w.params().has(name) && patch.has(action)) {
                        patch.set(action, name, w.params().get(name));
                    }
                }
            });
        }
        if (patch.has("render.plot")) {
            u.family("format").stream()
                    .findFirst()
                    .ifPresent(f -> patch.set("render.plot", "format", JSON.stringNode(f.name())));
            wish.want("render.plot")
                    .ifPresent(w -> w.params().properties().stream()
                            .filter(e -> !e.getKey().equals("plots"))
                            .forEach(e -> patch.set("render.plot", e.getKey(), e.getValue())));
        }
        if (patch.has("render.sound")) {
            u.family("timbre").stream()
                    .findFirst()
                    .ifPresent(t -> patch.set("render.sound", "timbre", JSON.stringNode(t.name())));
        }
        if (patch.has("notebook.export")) {
            u.family("notebook").stream()
                    .findFirst()
                    .ifPresent(t -> patch.set("notebook.export", "format", JSON.stringNode(t.name())));
        }
        shapes();
        glia();
    }

    private void shapes() {
        if (!patch.has("atlas.region")) {
            return;
        }
        for (var kind : List.of("hexagon", "slice", "sphere", "box", "column")) {
            if (u.has("thing." + kind)
                    && u.has("edit.instead", "verb.change", "verb.build")
                    && !patch.at("atlas.region", "shape.kind").asString("").equals(kind)) {
                patch.set("atlas.region", "shape.kind", JSON.stringNode(kind));
                return;
            }
        }
    }

    private void glia() {
        if (patch.has("placement.cells")
                && u.has("verb.add", "edit.also", "verb.build")
                && !u.family("glia").isEmpty()
                && !u.has("verb.remove")) {
            var classes = JSON.arrayNode();
            patch.at("placement.cells", "classes").forEach(classes::add);
            if (classes.isEmpty()) {
                classes.add("neuron");
            }
            u.family("glia").stream()
                    .map(m -> m.name())
                    .distinct()
                    .filter(n ->
                            classes.valueStream().noneMatch(c -> c.asString().equals(n)))
                    .forEach(classes::add);
            patch.set("placement.cells", "classes", classes);
        }
    }

    /** What the plan has not yet, asked for in addition. */
    private void newSteps() {
        boolean adds =
                u.has("verb.add", "edit.also", "verb.show", "verb.export", "verb.hear", "verb.build", "thing.movie")
                        || u.word(0).matches("and|und|et|y|also|plus");
        for (var want : wish.wants()) {
            if (u.has("verb.remove") && !u.has("verb.add")) {
                continue;
            }
            boolean another = want.action().equals("sim.analyse")
                    && patch.has("sim.analyse")
                    && want.params().has("metric")
                    && patch.plan().steps("sim.analyse").stream()
                            .noneMatch(s -> s.params()
                                    .path("metric")
                                    .equals(want.params().path("metric")));
            if (NEW_STEPS.contains(want.action()) && adds && (!patch.has(want.action()) || another)) {
                var step = JSON.objectNode().put("id", id(want.action()));
                step.put("action", want.action());
                step.set("params", want.params().deepCopy());
                var needs = step.putArray("needs");
                patch.plan().steps("sim.run").stream()
                        .findFirst()
                        .filter(_ -> !want.action().startsWith("connectome"))
                        .ifPresent(s -> needs.add(s.id()));
                patch.addStep(step);
            }
        }
    }

    private String id(String action) {
        var name = action.replace('.', '-');
        long same = patch.plan().steps().stream()
                .filter(s -> s.id().startsWith(name))
                .count();
        return same == 0 ? name : name + "-" + (same + 1);
    }
}
