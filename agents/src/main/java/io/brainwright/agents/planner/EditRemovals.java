package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Named;
import io.brainwright.agents.language.Utterance;
import java.util.Map;
import tools.jackson.databind.node.JsonNodeFactory;

/** What words take out of the last plan. */
final class EditRemovals {
    private final Utterance u;
    private final PatchWriter patch;
    private final Wish wish;

    EditRemovals(Utterance utterance, PatchWriter patch, Wish wish) {
        this.u = utterance;
        this.patch = patch;
        this.wish = wish;
    }

    void removals() {
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
                patch.set(
                        "placement.cells",
                        "classes",
                        JsonNodeFactory.instance.arrayNode().add("neuron"));
            }
        }
    }

    private boolean near(String concept) {
        return u.all(concept).stream()
                .anyMatch(m -> u.between(m.from() - 4, m.to() + 3, "verb.remove", "verb.block", "word.no"));
    }
}
