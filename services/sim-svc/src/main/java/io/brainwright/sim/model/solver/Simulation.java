package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import java.util.List;

/** Runs networks. The same network gives the same spikes and voltages, bit for bit, on any back end and number of threads. */
public final class Simulation {
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
        try (var solver = solver(layout, backend, threads)) {
            long start = System.nanoTime();
            long spikes = new TimeLoop(layout, drives, observer).run(solver);
            double seconds = (System.nanoTime() - start) * 1e-9;
            return new Summary(solver.device(), network.run().steps(), compartments, spikes, seconds);
        }
    }

    /** The devices of this machine, and why others are not there. */
    public static List<Backend.Device> devices() {
        return List.of(JavaSolver.device(Runtime.getRuntime().availableProcessors()));
    }

    private static Solver solver(Layout layout, Backend backend, int threads) {
        return new JavaSolver(layout, threads);
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
