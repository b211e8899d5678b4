package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jocl.CLException;
import org.jspecify.annotations.Nullable;

/** Runs networks. The same network gives the same spikes and voltages, bit for bit, on any back end and number of threads. */
public final class Simulation {
    private static final System.Logger LOG = System.getLogger(Simulation.class.getName());
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
        return run(network, backend, threads, observer, null);
    }

    /**
     * The same with checkpoints: the run goes on where an earlier one was, and keeps its own state as it goes.
     *
     * @param checkpoints where and how often; null: nothing is kept
     */
    public static Summary run(
            Network network, Backend backend, int threads, Observer observer, @Nullable Checkpoints checkpoints) {
        return run(network, backend, threads, observer, checkpoints, Team.NOBODY);
    }

    /**
     * The same, parts of it stepped by others; the bits are those of one process. Where one of them is lost, the run goes on without
     * it, from the last checkpoint or from time 0.
     *
     * @param team who may help
     */
    public static Summary run(
            Network network,
            Backend backend,
            int threads,
            Observer observer,
            @Nullable Checkpoints checkpoints,
            Team team) {
        return run(network, backends(backend, threads), threads, observer, checkpoints, team);
    }

    /**
     * Runs on the first back end; where its device is lost on the way, on the next one, from the last checkpoint or from time 0. The
     * observer hears everything once.
     */
    static Summary run(
            Network network,
            List<Backends> backends,
            int threads,
            Observer observer,
            @Nullable Checkpoints checkpoints,
            Team team) {
        var once = new Once(observer);
        var asked = checkpoints;
        var lostPeers = new HashSet<String>();
        for (int b = 0; ; ) {
            try {
                return new Run(network, threads, once, asked, team.recruit(Set.copyOf(lostPeers)))
                        .with(backends.get(b));
            } catch (CLException lost) {
                if (++b == backends.size()) {
                    throw lost(lost, checkpoints != null);
                }
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The OpenCL device failed (%s); the run goes on in Java%s. Mend the driver, or choose the back end java."
                                .formatted(lost.getMessage(), from(checkpoints)));
            } catch (PeerLost lost) {
                lostPeers.add(lost.peer());
                LOG.log(
                        System.Logger.Level.WARNING,
                        "A partition of the run was lost (%s); the run goes on without it%s."
                                .formatted(lost.getMessage(), from(checkpoints)));
            }
            once.again();
            asked = checkpoints == null ? null : checkpoints.goingOn();
        }
    }

    private static String from(@Nullable Checkpoints checkpoints) {
        return checkpoints == null ? " from time 0" : " from its last checkpoint";
    }

    private static Problem lost(CLException cause, boolean kept) {
        return new Problem(
                Kind.UNAVAILABLE,
                "OPENCL_LOST",
                "The OpenCL device failed during the run: %s.".formatted(cause.getMessage()),
                kept
                        ? "Go on from the last checkpoint with --resume, on the back end java or after mending the driver."
                        : "Choose the back end java, or auto, which goes on in Java by itself; or mend the driver.",
                Map.of("fault", String.valueOf(cause.getMessage())),
                List.of(),
                cause);
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

    /** Those that may compute, in order. */
    static List<Backends> backends(Backend backend, int threads) {
        Backends java = new Backends.OfJava(threads);
        if (backend == Backend.JAVA) {
            return List.of(java);
        }
        long begin = System.nanoTime();
        var search = OpenClDevices.search();
        if (!search.found().isEmpty()) {
            double driver_s = (System.nanoTime() - begin) * 1e-9;
            Backends device = new Backends.OfDevice(search.found().get(0), threads, driver_s);
            return backend == Backend.OPENCL ? List.of(device) : List.of(device, java);
        }
        if (backend == Backend.OPENCL) {
            throw new Problem(
                    Kind.PRECONDITION, "NO_OPENCL_DEVICE", "There is no OpenCL device.", search.reason(), Map.of());
        }
        if (!SAID_WHY.getAndSet(true)) {
            LOG.log(System.Logger.Level.INFO, "Simulating in Java: " + search.reason());
        }
        return List.of(java);
    }

    /** What a back end that can be prepared does; where one cannot, the next one takes its place. */
    static <T> T withFirst(Backend backend, int threads, Function<Backends, T> what) {
        var all = backends(backend, threads);
        for (int b = 0; ; b++) {
            try {
                return what.apply(all.get(b));
            } catch (CLException e) {
                if (b + 1 == all.size()) {
                    throw lost(e, false);
                }
                LOG.log(
                        System.Logger.Level.WARNING,
                        "The OpenCL device failed (%s); Java takes its place. Mend the driver, or choose the back end java."
                                .formatted(e.getMessage()));
            }
        }
    }

    static long compartments(Network network) {
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
