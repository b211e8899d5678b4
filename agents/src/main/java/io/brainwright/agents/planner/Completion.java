package io.brainwright.agents.planner;

import io.brainwright.agents.frames.Wish;
import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.PluggedActions;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Fills what was not said from the defaults; each value goes into the assumptions with its source. */
final class Completion {
    private final Wish wish;
    private final PluggedActions plugged;
    private final Map<String, Assumption> assumptions;
    private final Filling fill;
    private final TissueCompletion tissue;
    private final RunCompletion runs;
    private final PictureCompletion pictures;

    Completion(
            Defaults defaults,
            Wish wish,
            WorkspaceView workspace,
            Map<String, Assumption> assumptions,
            boolean network,
            PluggedActions plugged) {
        this.plugged = plugged;
        this.wish = wish;
        this.assumptions = assumptions;
        this.fill = new Filling(defaults, assumptions);
        this.tissue = new TissueCompletion(fill, wish, network);
        this.runs = new RunCompletion(fill, wish, network);
        this.pictures = new PictureCompletion(fill, wish);
    }

    void complete(String action, ObjectNode p) {
        switch (action) {
            case "atlas.region" -> tissue.region(p);
            case "placement.cells" -> tissue.cells(p);
            case "synthesis.dendrites" -> {
                fill.choose(p, action, "method");
                fill.number(p, action, "seed");
            }
            case "synthesis.axons" -> fill.choose(p, action, "scope");
            case "connectome.local" -> tissue.touch(p);
            case "connectome.thalamic" -> tissue.sources(p);
            case "connectome.edit" -> tissue.edit(p);
            case "sim.run" -> runs.run(p);
            case "sim.calibrate" -> runs.calibrate(p);
            case "sim.analyse" -> runs.analyse(p);
            case "render.plot" -> pictures.plot(p);
            case "render.image" -> pictures.image(p);
            case "render.movie" -> pictures.movie(p);
            case "render.sound" -> pictures.sound(p);
            case "notebook.export" -> fill.choose(p, action, "format");
            case "library.search" -> fill.number(p, action, "limit");
            case "estimate" -> fill.number(p, action, "density_scale");
            default -> plugged.find(action).ifPresent(a -> a.parameters().forEach(one -> fill.plugged(p, action, one)));
        }
    }

    /** Values that several steps share. */
    void fitTogether(Map<String, ObjectNode> first) {
        var dendrites = first.get("synthesis.dendrites");
        var cells = first.get("placement.cells");
        if (cells != null
                && dendrites != null
                && cells.has("seed")
                && !wish.wants("synthesis.dendrites")
                && !assumptions.containsKey("placement.cells.seed")) {
            dendrites.set("seed", cells.get("seed"));
            assumptions.remove("synthesis.dendrites.seed");
            var run = first.get("sim.run");
            if (run != null && assumptions.remove("sim.run.seed") != null) {
                run.set("seed", cells.get("seed"));
            }
        }
    }
}
