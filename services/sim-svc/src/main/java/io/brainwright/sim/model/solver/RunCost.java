package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.util.BitSet;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a run needs, from a layout of some of its cells.
 *
 * @param cells cells
 * @param compartments compartments of all cells (area above 0)
 * @param synapses conductances and point processes
 * @param connections inputs from cells, and event lists
 * @param memory_bytes state, parameters and inputs while it runs, beyond the network itself
 * @param free_bytes what Java may still take
 * @param compartment_steps_per_s measured on this machine; 0 where it was not measured
 * @param device who computed
 */
public record RunCost(
        int cells,
        long compartments,
        long synapses,
        long connections,
        double memory_bytes,
        double free_bytes,
        double compartment_steps_per_s,
        String device) {
    /** chosen: cells of some megabytes, dealt over the whole network. */
    private static final int SAMPLED_CELLS = 64;

    /** Estimated, 64-bit JVM: what an input remembers, its object and its places in lists. */
    private static final long BYTES_PER_INPUT = 96;

    /** chosen: below it the question costs more than the run. */
    private static final long NODES_WORTH_ASKING = 100_000;

    private static final double WARM_UP_S = 1.2;
    private static final double MEASURED_S = 0.8;

    /** Expected seconds of the stepping. */
    public double seconds(Network network) {
        return compartments * (double) network.run().steps() / compartment_steps_per_s;
    }

    /** Whether the run fits into memory. */
    public boolean fits() {
        return memory_bytes <= free_bytes;
    }

    /** Steps a sample of the cells for about two seconds, and says what the whole run needs. */
    public static RunCost measured(Network network, Backend backend, int threads) {
        return Simulation.withFirst(backend, threads, backends -> {
            var sample = backends.layout(network, sample(network));
            try (var solver = backends.of(sample, epochSteps(sample))) {
                double rate = rate(sample, solver);
                return of(network, sample, rate, solver.device().device());
            }
        });
    }

    /** What the whole run needs, without stepping anything. */
    static RunCost of(Network network, int threads) {
        return of(network, Layout.ofRegisters(network, sample(network), threads), 0, "");
    }

    /**
     * Refuses a run that does not fit into memory.
     *
     * @param own cells that are stepped in this process
     * @throws Problem TOO_LARGE with what would fit
     */
    static void check(Network network, BitSet own, int threads) {
        long here = nodes(network, own);
        if (here > NODES_WORTH_ASKING) {
            var all = of(network, threads);
            double share = here / (double) nodes(network, null);
            new RunCost(
                            own.cardinality(),
                            all.compartments,
                            all.synapses,
                            all.connections,
                            share * all.memory_bytes,
                            all.free_bytes,
                            0,
                            "")
                    .refuseIfTooLarge();
        }
    }

    /** @throws Problem TOO_LARGE with what would fit */
    public void refuseIfTooLarge() {
        if (!fits()) {
            long fitting = (long) (cells * free_bytes / memory_bytes);
            throw new Problem(
                    Kind.TOO_LARGE,
                    "RUN_TOO_LARGE",
                    "The run of %d cells needs %.3g bytes of memory; %.3g are free."
                            .formatted(cells, memory_bytes, free_bytes),
                    "About %d such cells would fit; or give Java more (-Xmx%.0fm), or run over several replicas."
                            .formatted(
                                    fitting,
                                    Math.ceil((Runtime.getRuntime().maxMemory() - free_bytes + memory_bytes)
                                            / (1 << 20))),
                    Map.of(
                            "cells",
                            String.valueOf(cells),
                            "memory_bytes",
                            String.valueOf(memory_bytes),
                            "free_bytes",
                            String.valueOf(free_bytes),
                            "cells_that_fit",
                            String.valueOf(fitting)));
        }
    }

    private static RunCost of(Network network, Layout sample, double rate, String device) {
        double share = nodes(network, null) / (double) Math.max(1, nodes(network, sample.own));
        long inputs = network.connections().size() + network.eventLists().size();
        double values =
                network.recordings().stream().mapToDouble(r -> r.cells().length).sum();
        var runtime = Runtime.getRuntime();
        return new RunCost(
                network.cells().size(),
                Simulation.compartments(network),
                network.synapses().size(),
                inputs,
                share * cellBytes(sample)
                        + synapseBytes(network, sample)
                        + inputs * BYTES_PER_INPUT
                        + 3 * Double.BYTES * values,
                runtime.maxMemory() - runtime.totalMemory() + runtime.freeMemory(),
                rate,
                device);
    }

    private static BitSet sample(Network network) {
        var cells = new BitSet();
        int n = network.cells().size();
        for (int i = 0; i < SAMPLED_CELLS; i++) {
            cells.set((int) ((long) i * n / SAMPLED_CELLS));
        }
        for (var g : network.gaps()) { // those that are coupled come together, or there would be no voltage to see
            if (cells.get(g.cellA()) || cells.get(g.cellB())) {
                cells.set(g.cellA());
                cells.set(g.cellB());
            }
        }
        return cells;
    }

    private static long nodes(Network network, @Nullable BitSet only) {
        long nodes = 0;
        for (int c = 0; c < network.cells().size(); c++) {
            nodes +=
                    only == null || only.get(c) ? network.cells().get(c).shape().count() : 0;
        }
        return nodes;
    }

    private static double cellBytes(Layout layout) {
        return layout.blocks.stream().mapToLong(Block::bytes).sum() - sampledSynapseBytes(layout);
    }

    /** Those of the sample, times all synapses over those of the sample. */
    private static double synapseBytes(Network network, Layout layout) {
        long sampled =
                network.synapses().stream().filter(s -> layout.has(s.cell())).count();
        return sampled == 0
                ? 0
                : (double) sampledSynapseBytes(layout) * network.synapses().size() / sampled;
    }

    private static long sampledSynapseBytes(Layout layout) {
        long bytes = 0;
        for (var b : layout.blocks) {
            bytes += b.synapses.stream().mapToLong(SynapseTable::bytes).sum();
            bytes += b.tables.stream()
                    .filter(t -> t.mechanism().isPoint())
                    .mapToLong(MechanismTable::bytes)
                    .sum();
        }
        return bytes;
    }

    private static int epochSteps(Layout layout) {
        return new TimeLoop(layout, new Drives(layout)).epochSteps();
    }

    private static double rate(Layout layout, Solver solver) {
        var clock = new Clock();
        try {
            new TimeLoop(layout, new Drives(layout)).run(solver, clock);
        } catch (Problem stopped) {
            if (stopped.kind() != Kind.CANCELLED) {
                throw stopped;
            }
        }
        long compartments = layout.own.stream()
                .mapToLong(c -> layout.network.cells().get(c).shape().sections().stream()
                        .mapToLong(s -> s.count())
                        .sum())
                .sum();
        return compartments * clock.stepsPerSecond(layout.network.run().dt_ms());
    }

    /** Ends a run after about two seconds; the beginning, while Java still compiles, does not count. */
    private static final class Clock implements Observer {
        private final long start = System.nanoTime();
        private long from = start;
        private double from_ms;
        private double done_ms;
        private long at = start;

        @Override
        public void progress(double done) {
            at = System.nanoTime();
            done_ms = done;
            if (from == start && at - start > WARM_UP_S * 1e9) {
                from = at;
                from_ms = done;
            }
        }

        @Override
        public boolean cancelled() {
            return at - start > (WARM_UP_S + MEASURED_S) * 1e9;
        }

        double stepsPerSecond(double dt_ms) {
            boolean tooShort = at == from;
            double ms = tooShort ? done_ms : done_ms - from_ms;
            return ms / dt_ms / (1e-9 * Math.max(1, tooShort ? at - start : at - from));
        }
    }
}
