package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Utterance;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What words add to the last plan: stimuli, recordings, steps. */
final class EditAdditions {
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
            "placement.vessels",
            "connectome.astrocytes",
            "synthesis.analyse",
            "connectome.thalamic",
            "connectome.edit");

    private static final List<String> WIRING = List.of("connectome.local", "connectome.physiology");
    private static final List<String> SHAPED = List.of("placement.cells", "synthesis.axons");
    private static final Set<String> OF_FIBRES = Set.of("sim.run", "export.sonata");
    private static final Set<String> OF_TISSUE = Set.of("placement.vessels", "connectome.astrocytes");
    private static final Set<String> OF_SYNAPSES = Set.of("sim.run", "connectome.analyse", "export.sonata");

    private final Utterance u;
    private final PatchWriter patch;
    private final Wish wish;

    EditAdditions(Utterance utterance, PatchWriter patch, Wish wish) {
        this.u = utterance;
        this.patch = patch;
        this.wish = wish;
    }

    /** "add a current clamp on the L5 cells ..." */
    boolean addedStimulus() {
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

    boolean addedRecording() {
        var said = wish.want("sim.run").map(Want::params).map(p -> p.path("recordings"));
        if (!u.has("verb.record", "verb.add") || said.isEmpty() || !said.get().isArray() || !patch.has("sim.run")) {
            return false;
        }
        said.get().forEach(this::record);
        return true;
    }

    /** One probe per run: asked for again, it is the same one, with what was said of it now. */
    private void record(JsonNode recording) {
        var there = patch.at("sim.run", "recordings");
        for (int i = 0; i < there.size(); i++) {
            if (isSame(there.get(i), recording)) {
                var place = "recordings." + i + ".";
                recording.properties().forEach(p -> patch.set("sim.run", place + p.getKey(), p.getValue()));
                return;
            }
        }
        patch.append("sim.run", "recordings", recording);
    }

    private static boolean isSame(JsonNode one, JsonNode other) {
        return one.path("variable").equals(other.path("variable"))
                && (one.path("variable").asString("").equals("lfp")
                        || one.path("site").equals(other.path("site")));
    }

    /** Beside an added stimulus: what else of the simulation was said. */
    void conditionsBeside() {
        wish.want("sim.run").ifPresent(w -> {
            for (var name : List.of("ca_mM", "mg_mM", "temperature_degC", "repeats", "seed", "duration_ms")) {
                if (w.params().has(name)) {
                    patch.set("sim.run", name, w.params().get(name));
                }
            }
        });
    }

    /** What the plan has not yet, asked for in addition. */
    void newSteps() {
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
                if (want.action().equals("connectome.edit")) {
                    WIRING.forEach(a -> patch.plan().steps(a).forEach(s -> needs.add(s.id())));
                    patch.addStepBefore(step, OF_SYNAPSES);
                    continue;
                }
                if (OF_TISSUE.contains(want.action()) && patch.has("export.sonata")) {
                    patch.addStepBefore(step, Set.of("export.sonata"));
                    continue;
                }
                if (want.action().equals("connectome.thalamic")) {
                    SHAPED.forEach(a -> patch.plan().steps(a).forEach(s -> needs.add(s.id())));
                    patch.addStepBefore(step, OF_FIBRES);
                    continue;
                }
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
