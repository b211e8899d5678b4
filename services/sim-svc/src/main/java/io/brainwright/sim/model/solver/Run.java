package io.brainwright.sim.model.solver;

import com.sun.management.OperatingSystemMXBean;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.network.Network;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** One attempt at a run on one back end: laid out, brought to its checkpoint if there is one, stepped to the end. */
final class Run {
    private final Network network;
    private final int threads;
    private final Observer observer;
    private final @Nullable Checkpoints checkpoints;
    private final List<Peer> peers;

    /** @param peers others that step parts of it */
    Run(Network network, int threads, Observer observer, @Nullable Checkpoints checkpoints, List<Peer> peers) {
        this.network = network;
        this.threads = threads;
        this.observer = observer;
        this.checkpoints = checkpoints;
        this.peers = peers;
    }

    Simulation.Summary with(Backends backends) {
        if (peers.isEmpty()) {
            RunCost.check(network, Layout.everyCell(network), threads);
            return with(backends, backends.layout(network, Layout.everyCell(network)), null);
        }
        var parts = Partitions.deal(network, peers.size() + 1);
        var theirs = parts.subList(1, parts.size());
        peers.subList(theirs.size(), peers.size()).forEach(Peer::close); // more hands than cells
        try (var led = new Led(network, peers.subList(0, theirs.size()), theirs)) {
            RunCost.check(network, parts.get(0), threads);
            return with(backends, backends.layout(network, parts.get(0)), led);
        }
    }

    private Simulation.Summary with(Backends backends, Layout layout, @Nullable Led led) {
        var loop = led == null
                ? new TimeLoop(layout, new Drives(layout))
                : new TimeLoop(layout, new Drives(layout), led, led.cells(), false);
        if (checkpoints == null) {
            begin(led, 0, new SpikeLog());
            try (var solver = backends.of(layout, loop.epochSteps())) {
                return timed(backends, solver, () -> loop.run(solver, observer));
            }
        }
        var state = new CellState(layout);
        var bytes = new StateBytes();
        try (var keeper = new Keeper(checkpoints, network, observer)) {
            var past = keeper.past();
            begin(led, keeper.step(), past);
            if (keeper.step() > 0) {
                loop.goOn(past, keeper.step());
                keeper.restore((cell, in) -> {
                    if (led == null || layout.has(cell)) {
                        bytes.restore(state, cell, in);
                    } else {
                        led.restore(cell, StateBytes.next(in));
                    }
                });
            }
            if (led != null) {
                led.go();
            }
            try (var solver = backends.of(layout, loop.epochSteps())) {
                int last = checkpoints.alsoAtEnd() ? network.run().steps() : -1;
                var keeping = new Kept(keeper, solver, layout, state, bytes, led, last);
                return timed(backends, solver, () -> loop.run(solver, keeper.journal(), keeper.step(), keeping));
            }
        }
    }

    private void begin(@Nullable Led led, int step, SpikeLog past) {
        if (led != null) {
            led.begin(step, past);
            if (checkpoints == null) {
                led.go();
            }
        }
    }

    private Simulation.Summary timed(Backends backends, Solver solver, LongSupplier stepping) {
        long start = System.nanoTime();
        double cpu_s = cpu_s();
        long spikes = stepping.getAsLong();
        double seconds = (System.nanoTime() - start) * 1e-9;
        var cost = new Simulation.Cost(
                seconds, cpu_s() - cpu_s, backends.driver_s(), solver.kernel_s(), solver.stateBytes());
        return new Simulation.Summary(
                solver.device(), network.run().steps(), Simulation.compartments(network), spikes, seconds, cost);
    }

    /** CPU time of this process, all threads together. */
    private static double cpu_s() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime() * 1e-9;
    }

    /** Checkpoints of a run; the last one, at the end, lets a finished variant be told again. */
    private record Kept(
            Keeper keeper,
            Solver solver,
            Layout layout,
            CellState state,
            StateBytes bytes,
            @Nullable Led led,
            int last) implements TimeLoop.Keeping {
        @Override
        public boolean isDue(int step) {
            return step == last || keeper.isDue(step);
        }

        @Override
        public void keep(int step) {
            solver.fetch();
            keeper.save(step, (cell, out) -> {
                if (led == null || layout.has(cell)) {
                    bytes.save(state, cell, out);
                } else {
                    out.write(led.state(cell));
                }
            });
        }

        /** Others are already in the next epoch, so a run of several partitions goes on from its last checkpoint. */
        @Override
        public Problem stopped(int step) {
            if (led == null) {
                keep(step);
            }
            return keeper.paused();
        }
    }
}
