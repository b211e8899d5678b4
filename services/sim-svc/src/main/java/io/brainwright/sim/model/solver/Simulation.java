package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.util.List;
import java.util.Map;

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
        throw new Problem(Kind.UNAVAILABLE, "NOT_YET", "The solver is being written.", "", Map.of());
    }

    /** The devices of this machine, and why others are not there. */
    public static List<Backend.Device> devices() {
        return List.of(new Backend.Device("java", System.getProperty("java.vm.name", "JVM"), true, ""));
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
