package io.brainwright.agents.frames;

import java.util.List;
import java.util.Set;

/** In which order actions follow each other, and which only read. */
public final class Stages {
    private static final List<String> ORDER = List.of(
            "agent.create",
            "estimate",
            "atlas.query",
            "library.search",
            "library.import",
            "library.extract",
            "library.propose",
            "library.audit",
            "library.analyse",
            "atlas.region",
            "placement.cells",
            "placement.vessels",
            "placement.analyse",
            "synthesis.dendrites",
            "synthesis.axons",
            "synthesis.analyse",
            "connectome.local",
            "connectome.mid_range",
            "connectome.thalamic",
            "connectome.physiology",
            "connectome.edit",
            "connectome.astrocytes",
            "connectome.analyse",
            "sim.calibrate",
            "sim.run",
            "notebook.rerun",
            "notebook.compare",
            "sim.analyse",
            "render.plot",
            "render.image",
            "render.movie",
            "render.sound",
            "export.sonata",
            "export.swc",
            "export.nwb",
            "notebook.export");
    private static final Set<String> READS = Set.of(
            "estimate",
            "atlas.query",
            "library.search",
            "library.extract",
            "library.audit",
            "library.analyse",
            "notebook.compare");

    private Stages() {}

    /** The place of an action in the order of stages. */
    public static int position(String action) {
        return ORDER.indexOf(action);
    }

    /** Whether an action changes nothing and makes nothing. */
    public static boolean reads(String action) {
        return READS.contains(action);
    }

    /** Whether an action reads what an earlier run made. */
    public static boolean analyses(String action) {
        return action.endsWith(".analyse");
    }
}
