package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jocl.CLException;

/** Runs networks. The same network gives the same spikes and voltages, bit for bit, on any back end and number of threads. */
public final class Simulation {
    private static final AtomicBoolean SAID_WHY = new AtomicBoolean();

    private Simulation() {}

    /**
     * Runs a network from time 0 to its end.
     *
     * @param network what is simulated
     * @param backend who computes
     * @param threads threads to use, at least 1; changes nothing but the time
     * @param observer sees spikes and frames
     * @return what was done
     */
    public static Summary run(Network network, Backend backend, int threads, Observer observer) {
        long compartments = compartments(network);
        var layout = new Layout(network, threads);
        var drives = new Drives(layout);
        var loop = new TimeLoop(layout, drives, observer);
        try (var solver = solver(layout, backend, threads, loop.epochSteps())) {
            long start = System.nanoTime();
            long spikes = loop.run(solver);
            double seconds = (System.nanoTime() - start) * 1e-9;
            return new Summary(solver.device(), network.run().steps(), compartments, spikes, seconds);
        }
    }

    /** The devices of this machine, and why others are not there. */
    public static List<Backend.Device> devices() {
        var devices = new ArrayList<Backend.Device>();
        var search = OpenClDevices.search();
        search.found().forEach(found -> devices.add(OpenClSolver.device(found)));
        if (search.found().isEmpty()) {
            devices.add(new Backend.Device("opencl", "none", false, search.reason()));
        }
        devices.add(JavaSolver.device(Runtime.getRuntime().availableProcessors()));
        return devices;
    }

    private static Solver solver(Layout layout, Backend backend, int threads, int mostSteps) {
        if (backend == Backend.JAVA) {
            return new JavaSolver(layout, threads);
        }
        var search = OpenClDevices.search();
        if (!search.found().isEmpty()) {
            return openCl(layout, search.found().get(0), mostSteps);
        }
        if (backend == Backend.OPENCL) {
            throw new Problem(
                    Kind.PRECONDITION, "NO_OPENCL_DEVICE", "There is no OpenCL device.", search.reason(), Map.of());
        }
        if (!SAID_WHY.getAndSet(true)) {
            System.getLogger(Simulation.class.getName())
                    .log(System.Logger.Level.INFO, "Simulating in Java: " + search.reason());
        }
        return new JavaSolver(layout, threads);
    }

    private static Solver openCl(Layout layout, OpenClDevices.Found found, int mostSteps) {
        try {
            return new OpenClSolver(layout, found, mostSteps);
        } catch (CLException e) {
            throw new Problem(
                    Kind.UNAVAILABLE,
                    "OPENCL_FAILED",
                    "OpenCL device %s could not be prepared: %s.".formatted(found.name(), e.getMessage()),
                    "Choose the back end java, or mend the driver.",
                    Map.of("device", found.name()),
                    List.of(),
                    e);
        }
    }

    private static long compartments(Network network) {
        return network.cells().stream()
                .mapToLong(c ->
                        c.shape().sections().stream().mapToLong(s -> s.count()).sum())
                .sum();
    }

    /**
     * What a run did.
     *
     * @param device who computed
     * @param steps time steps
     * @param compartments compartments of all cells (area above 0)
     * @param spikes all spikes
     * @param seconds wall time of the stepping
     */
    public record Summary(Backend.Device device, int steps, long compartments, long spikes, double seconds) {}
}
