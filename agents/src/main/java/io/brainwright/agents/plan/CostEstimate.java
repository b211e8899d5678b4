package io.brainwright.agents.plan;

import java.util.List;

/**
 * What a run would cost on this machine.
 *
 * @param seconds wall time in s
 * @param memory_bytes peak memory
 * @param disk_bytes bytes kept afterwards
 * @param steps wall time by step
 * @param notes what the estimate rests on
 */
public record CostEstimate(
        double seconds, long memory_bytes, long disk_bytes, List<StepCost> steps, List<String> notes) {
    public CostEstimate {
        steps = List.copyOf(steps);
        notes = List.copyOf(notes);
    }

    /**
     * Cost of one step.
     *
     * @param step id of the step
     * @param seconds wall time in s
     * @param amount how much it makes
     * @param unit what is counted
     */
    public record StepCost(String step, double seconds, double amount, String unit) {}
}
