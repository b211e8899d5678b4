package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import java.util.List;

/** Who does the arithmetic. All give the same bits. */
public enum Backend {
    /** OpenCL where a device exists, else Java. */
    AUTO,
    /** Plain Java, always there. */
    JAVA,
    /** An OpenCL device: GPU first, then CPU. */
    OPENCL;

    /** The back end of a name: "auto" (or empty), "java", "opencl". */
    public static Backend named(String name) {
        return switch (name) {
            case "", "auto" -> AUTO;
            case "java" -> JAVA;
            case "opencl" -> OPENCL;
            default ->
                throw Problem.invalid(
                        "There is no back end '%s'.".formatted(name),
                        List.of(new FieldFault("backend", "'%s'; auto, java or opencl".formatted(name))));
        };
    }

    /**
     * One device that could run a simulation.
     *
     * @param backend "java" or "opencl"
     * @param device description
     * @param available whether it can be used now
     * @param reason why not, and what would enable it; empty where available
     */
    public record Device(String backend, String device, boolean available, String reason) {}
}
