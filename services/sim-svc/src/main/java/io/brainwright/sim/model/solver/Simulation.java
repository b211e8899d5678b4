package io.brainwright.sim.model.solver;

import com.sun.management.OperatingSystemMXBean;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jocl.CLException;
import org.jspecify.annotations.Nullable;

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
        long begin = System.nanoTime();
        var found = device(backend);
        double driver_s = since(begin);
        var layout = found == null ? Layout.ofColumns(network, threads) : Layout.ofRegisters(network, threads);
        var drives = new Drives(layout);
        var loop = new TimeLoop(layout, drives, observer);
        try (var solver = found == null ? new JavaSolver(layout, threads) : openCl(layout, found, loop.epochSteps())) {
            long start = System.nanoTime();
            double cpu_s = cpu_s();
            long spikes = loop.run(solver);
            var cost = new Cost(since(start), cpu_s() - cpu_s, driver_s, solver.kernel_s(), solver.stateBytes());
            return new Summary(solver.device(), network.run().steps(), compartments, spikes, cost.seconds(), cost);
        }
    }

    private static double since(long start) {
        return (System.nanoTime() - start) * 1e-9;
    }

    /** CPU time of this process, all threads together. */
    private static double cpu_s() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() * 1e-9;
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

    /** The device that computes; null: Java does. */
    private static OpenClDevices.@Nullable Found device(Backend backend) {
        if (backend == Backend.JAVA) {
            return null;
        }
        var search = OpenClDevices.search();
        if (!search.found().isEmpty()) {
            return search.found().get(0);
        }
        if (backend == Backend.OPENCL) {
            throw new Problem(
                    Kind.PRECONDITION, "NO_OPENCL_DEVICE", "There is no OpenCL device.", search.reason(), Map.of());
        }
        if (!SAID_WHY.getAndSet(true)) {
            System.getLogger(Simulation.class.getName())
                    .log(System.Logger.Level.INFO, "Simulating in Java: " + search.reason());
        }
        return null;
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
     * @param cost what it took
     */
    public record Summary(
            Backend.Device device, int steps, long compartments, long spikes, double seconds, Cost cost) {}

    /**
     * What a run took.
     *
     * @param seconds wall time of the stepping
     * @param cpu_s CPU time of the process while it stepped, all threads together
     * @param driver_s until the OpenCL driver had answered; almost 0 where it had before, or Java computes
     * @param kernel_s until the kernel could run: generated, and compiled or taken from the driver's cache; 0 in Java
     * @param stateBytes what the back end keeps for the network: voltages, gates, parameters, tables
     */
    public record Cost(double seconds, double cpu_s, double driver_s, double kernel_s, long stateBytes) {}
}
