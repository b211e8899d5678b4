package io.brainwright.agents.planner;

import io.brainwright.agents.frames.ChosenComposition;
import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.language.Utterance;
import io.brainwright.agents.plan.Assumption;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;

/** Which choices of the last plan words change: shapes, classes, colours, formats. */
final class EditChoices {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Utterance u;
    private final PatchWriter patch;
    private final Wish wish;

    EditChoices(Utterance utterance, PatchWriter patch, Wish wish) {
        this.u = utterance;
        this.patch = patch;
        this.wish = wish;
    }

    /** Values from a list: groupings, colours, formats, shapes, kinds. */
    void choices() {
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
        composition();
    }

    /** Where sources disagree: "use the density of the 2015 microcircuit". */
    private void composition() {
        if (!patch.has("placement.cells")) {
            return;
        }
        for (var choice : ChosenComposition.in(u)) {
            var value = Want.number(choice.value());
            patch.set("placement.cells", choice.parameter(), value);
            patch.assume(new Assumption(
                    "placement.cells." + choice.parameter(),
                    value,
                    "1",
                    "from your words: " + choice.how(),
                    choice.alternatives()));
        }
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
}
