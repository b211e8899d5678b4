package io.brainwright.sim.run;

import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.solver.RunCost;
import java.util.Locale;

/**
 * What one run would cost.
 *
 * @param name of the experiment
 * @param variant of it; "base" where it has none
 * @param cells cells simulated
 * @param compartments compartments of all cells
 * @param synapses conductances and point processes
 * @param inputs connections from cells, and event lists
 * @param steps time steps
 * @param memory_bytes of the run, beyond what the network takes
 * @param free_bytes what Java may still take
 * @param output_bytes of its files where it writes some, without spikes, which take about 40 bytes each
 * @param seconds expected wall time of the stepping
 * @param compartment_steps_per_s measured on this machine, on a sample of the cells
 * @param device who computed
 * @param fits whether it fits into memory
 */
public record RunForecast(
        String name,
        String variant,
        int cells,
        long compartments,
        long synapses,
        long inputs,
        long steps,
        double memory_bytes,
        double free_bytes,
        double output_bytes,
        double seconds,
        double compartment_steps_per_s,
        String device,
        boolean fits) {
    /** From what was measured; {@code held_bytes} are results that stay in memory until the end. */
    public static RunForecast of(
            String name, String variant, Network network, RunCost cost, double held_bytes, double output_bytes) {
        double memory = cost.memory_bytes() + held_bytes;
        return new RunForecast(
                name,
                variant,
                cost.cells(),
                cost.compartments(),
                cost.synapses(),
                cost.connections(),
                network.run().steps(),
                memory,
                cost.free_bytes(),
                output_bytes,
                cost.seconds(network),
                cost.compartment_steps_per_s(),
                cost.device(),
                memory <= cost.free_bytes());
    }

    /** For people. */
    public String text() {
        return String.format(
                Locale.ROOT,
                "%s, %s: %d cells, %d compartments, %d synapses, %d inputs, %d steps%n"
                        + "  memory %s of %s that are free%s%n"
                        + "  output %s where files are written, and about 40 bytes for each spike%n"
                        + "  expected %.3g s: %.3g million compartment-steps per s, measured just now by %s%n",
                name,
                variant,
                cells,
                compartments,
                synapses,
                inputs,
                steps,
                bytes(memory_bytes),
                bytes(free_bytes),
                fits ? "" : ": TOO LARGE; about %.0f such cells would fit".formatted(cells * free_bytes / memory_bytes),
                bytes(output_bytes),
                seconds,
                compartment_steps_per_s / 1e6,
                device);
    }

    private static String bytes(double bytes) {
        return bytes < 1e6
                ? String.format(Locale.ROOT, "%.3g kB", bytes / 1e3)
                : bytes < 1e9
                        ? String.format(Locale.ROOT, "%.3g MB", bytes / 1e6)
                        : String.format(Locale.ROOT, "%.4g GB", bytes / 1e9);
    }
}
