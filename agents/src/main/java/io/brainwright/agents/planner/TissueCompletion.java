package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Want;
import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.plan.Assumption;
import java.util.List;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Tissue, cells and wiring: what was not said of them. */
final class TissueCompletion {
    private final Filling fill;
    private final Wish wish;
    private final boolean network;

    TissueCompletion(Filling fill, Wish wish, boolean network) {
        this.fill = fill;
        this.wish = wish;
        this.network = network;
    }

    void region(ObjectNode p) {
        if (!p.has("region")) {
            fill.choose(p, "atlas.region", "region");
        }
        if (!p.has("species")) {
            var species = Places.species(p.path("region"));
            p.put("species", species);
            fill.assume(
                    species.equals("rat")
                            ? Choices.assume("atlas.region.species", "atlas.region.species")
                            : new Assumption(
                                    "atlas.region.species",
                                    JsonNodeFactory.instance.stringNode(species),
                                    "1",
                                    "chosen: the species whose atlas has this region",
                                    List.of("rat", "mouse", "human")));
        }
        boolean several = p.path("region").isArray() && !p.has("shape");
        var shape = p.get("shape") instanceof ObjectNode there ? there : p.putObject("shape");
        if (several) {
            shape.put("kind", "whole");
            fill.assume(new Assumption(
                    "atlas.region.shape.kind",
                    shape.get("kind"),
                    "1",
                    "chosen: regions that are named together are taken whole",
                    List.of("column (of each, about its centre)")));
        }
        if (!shape.has("kind")) {
            shape.put("kind", "column");
            fill.assume(Choices.assume("atlas.region.shape.kind", "atlas.region.shape.kind"));
        }
        boolean sized = shape.has("width_um") || shape.has("radius_um") || shape.has("thickness_um");
        if (!sized && !shape.path("kind").asString().equals("whole")) {
            var name = wish.tiny() || !network ? "small.width_um" : "atlas.region.shape.width_um";
            var assumed = fill.named(name, "atlas.region.shape.width_um");
            shape.set("width_um", assumed.value());
            fill.assume(assumed);
        }
    }

    void cells(ObjectNode p) {
        var run = wish.want("sim.run").map(Want::params).orElse(JsonNodeFactory.instance.objectNode());
        boolean pair = run.path("target").has("pair");
        boolean explicit = p.has("count") || p.has("density_scale") || p.has("density_per_mm3") || p.has("densities");
        if (!explicit && !wish.wants("placement.cells") && (!network || pair)) {
            int n = pair ? 2 : 1;
            p.put("count", n);
            fill.assume(new Assumption(
                    "placement.cells.count",
                    JsonNodeFactory.instance.numberNode(n),
                    "1",
                    "from your words: only the cells of the experiment are placed",
                    List.of("all cells of the shape")));
        } else if (!explicit && wish.tiny()) {
            fill.number(p, "placement.cells", "count", "small.count");
        } else if (!explicit) {
            fill.assume(Choices.assume("placement.cells.count", "placement.cells.count"));
        }
        fill.number(p, "placement.cells", "seed");
    }

    void touch(ObjectNode p) {
        var touch = p.get("touch_distance_um") instanceof ObjectNode there ? there : p.putObject("touch_distance_um");
        for (var side : List.of("excitatory", "inhibitory")) {
            fill.number(touch, "connectome.local.touch_distance_um", side);
        }
    }

    void sources(ObjectNode p) {
        if (!p.has("sources")) {
            p.putArray("sources").add("VPM").add("POm");
            fill.assume(new Assumption(
                    "connectome.thalamic.sources",
                    p.get("sources"),
                    "1",
                    "chosen: the two thalamic nuclei that innervate this cortex",
                    List.of("VPM", "POm")));
        }
    }

    void edit(ObjectNode p) {
        var op = p.path("op").asString();
        if ((op.equals("rewire") || op.equals("add")) && !p.has("model")) {
            fill.choose(p, "connectome.edit", "model");
        }
        if (op.equals("rewire") || op.equals("add")) {
            fill.number(p, "connectome.edit", "seed");
        }
    }
}
