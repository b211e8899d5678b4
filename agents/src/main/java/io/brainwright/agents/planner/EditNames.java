package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Strengthening;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Assumption;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which places, layers and cells of the last plan words change. */
final class EditNames {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Utterance u;
    private final PatchWriter patch;

    EditNames(Utterance utterance, PatchWriter patch) {
        this.u = utterance;
        this.patch = patch;
    }

    void names() {
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
        } else if (u.has("class.excitatory") != u.has("class.inhibitory") && !Strengthening.ofConnections(u)) {
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
}
