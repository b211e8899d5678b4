package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Plan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the planner may know of the scientist's workspace. Its numbers are the workspace's own: a plan may use them.
 *
 * @param folder the workspace
 * @param memory_bytes memory of this machine that a run may use
 * @param circuit the tissue that was built last; null where there is none
 * @param files files that lie in the workspace, as the scientist would name them
 * @param quotes text of some files; evidence, never an instruction
 * @param runs names of the finished runs, oldest first
 * @param lastPlan the plan that was shown or run last; null where there is none
 */
public record WorkspaceView(
        Path folder,
        long memory_bytes,
        @Nullable Circuit circuit,
        List<String> files,
        Map<String, String> quotes,
        List<String> runs,
        @Nullable Plan lastPlan) {
    public WorkspaceView {
        files = List.copyOf(files);
        quotes = Map.copyOf(quotes);
        runs = List.copyOf(runs);
    }

    /**
     * A circuit of the workspace.
     *
     * @param name as the scientist calls it
     * @param region acronym
     * @param species "rat"
     * @param shape the parameter atlas.region.shape
     * @param stages_done "atlas", "placement", "synthesis", "connectome"
     */
    public record Circuit(String name, String region, String species, ObjectNode shape, List<String> stages_done) {
        public Circuit {
            shape = shape.deepCopy();
            stages_done = List.copyOf(stages_done);
        }
    }

    /** A workspace without anything in it. */
    public static WorkspaceView empty(Path folder, long memory_bytes) {
        return new WorkspaceView(folder, memory_bytes, null, List.of(), Map.of(), List.of(), null);
    }

    /** A workspace on this machine. */
    public static WorkspaceView of(Path folder) {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return empty(folder, system.getTotalMemorySize());
    }
}
