package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import java.util.BitSet;

/** Lays out cells for a back end, and makes its solver. */
interface Backends {
    /**
     * Lays out cells as the back end likes them; no bit depends on it.
     *
     * @param own cells that are stepped here
     */
    Layout layout(Network network, BitSet own);

    /**
     * Makes the solver.
     *
     * @param layout from {@link #layout}
     * @param mostSteps longest epoch
     * @throws org.jocl.CLException where a device cannot be prepared
     */
    Solver of(Layout layout, int mostSteps);

    /** Seconds until the driver had answered. */
    default double driver_s() {
        return 0;
    }

    /** Java, on some threads. */
    record OfJava(int threads) implements Backends {
        @Override
        public Layout layout(Network network, BitSet own) {
            return Layout.ofColumns(network, own, threads);
        }

        @Override
        public Solver of(Layout layout, int mostSteps) {
            return new JavaSolver(layout, threads);
        }
    }

    /** An OpenCL device. */
    record OfDevice(OpenClDevices.Found found, int threads, double driver_s) implements Backends {
        @Override
        public Layout layout(Network network, BitSet own) {
            return Layout.ofRegisters(network, own, threads);
        }

        @Override
        public Solver of(Layout layout, int mostSteps) {
            return new OpenClSolver(layout, found, mostSteps);
        }
    }
}
