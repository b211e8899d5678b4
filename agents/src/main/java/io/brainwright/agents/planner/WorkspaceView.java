package io.brainwright.agents.planner;

import java.nio.file.Path;

/**
 * What the planner may know of the scientist's workspace.
 *
 * @param folder the workspace
 * @param memory_bytes memory of this machine that a run may use
 */
public record WorkspaceView(Path folder, long memory_bytes) {
    /** A workspace on this machine. */
    public static WorkspaceView of(Path folder) {
        var system = (com.sun.management.OperatingSystemMXBean)
                java.lang.management.ManagementFactory.getOperatingSystemMXBean();
        return new WorkspaceView(folder, system.getTotalMemorySize());
    }
}
