package io.brainwright.sim.cases;

import io.brainwright.sim.model.solver.Backend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import org.jspecify.annotations.Nullable;

/** Runs a case for its speed, and says how far its spikes are from those that the case expects. */
public final class CaseBench {
    /** There is one mode so far: nothing is tabulated, shortened or rounded to float. */
    private static final String MODE = "double precision, exact: the bits of sim check";

    private CaseBench() {}

    /**
     * Runs a case's first variant twice in this process. The second run is timed, since the first one still compiles.
     *
     * @param caseJson the case file
     * @param backend who computes
     * @param threads threads to use
     */
    public static Bench run(Path caseJson, Backend backend, int threads) {
        var file = CaseFile.read(caseJson);
        var variant = file.variants().get(0);
        var first = new CaseRun(file, variant, backend, threads).summary;
        var run = new CaseRun(file, variant, backend, threads);
        var s = run.summary;
        double mcs = 1e-6 * s.compartments() * s.steps();
        var outcomes = new Expectations(file, variant, run, new LinkedHashSet<>()).judge();
        var worst = outcomes.stream()
                .filter(o -> o.kind().equals("times"))
                .mapToDouble(CaseReport.Outcome::error)
                .max();
        return new Bench(
                file.name(),
                s.device().device(),
                MODE,
                threads,
                mcs / s.cost().cpu_s(),
                mcs / s.seconds(),
                s.cost().cpu_s(),
                s.seconds(),
                s.spikes(),
                worst.isPresent() ? worst.getAsDouble() : null,
                outcomes.stream().allMatch(CaseReport.Outcome::passed),
                first.cost().driver_s(),
                first.cost().kernel_s(),
                s.cost().kernel_s(),
                (double) s.cost().stateBytes() / s.compartments(),
                residentMegabytes());
    }

    /** Most memory of this process so far; NaN where the system does not tell. */
    private static double residentMegabytes() {
        var status = Path.of("/proc/self/status");
        try {
            return !Files.exists(status)
                    ? Double.NaN
                    : Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmHWM:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                            .findFirst()
                            .orElse(Double.NaN);
        } catch (IOException unreadable) {
            return Double.NaN;
        }
    }

    /**
     * @param mode how it computes
     * @param mcs_per_cpu_s million compartment steps per second of the process's CPU time while it steps
     * @param mcs_per_s the same of wall time, all threads together
     * @param cpu_s CPU time of the stepping
     * @param seconds wall time of the stepping
     * @param spike_error_ms furthest spike from the case's own; null where the case expects no spikes
     * @param passed whether all that the case expects held
     * @param driver_s start of the OpenCL driver
     * @param kernel_s the kernel generated and compiled, or found in the driver's cache, in a fresh process
     * @param kernel_again_s the same once more in this process
     * @param state_bytes_per_compartment state, parameters and tables of the back end
     * @param rss_mb most memory of the process
     */
    public record Bench(
            String name,
            String device,
            String mode,
            int threads,
            double mcs_per_cpu_s,
            double mcs_per_s,
            double cpu_s,
            double seconds,
            long spikes,
            @Nullable Double spike_error_ms,
            boolean passed,
            double driver_s,
            double kernel_s,
            double kernel_again_s,
            double state_bytes_per_compartment,
            double rss_mb) {}
}
