package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Receive;
import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;

/**
 * Steps a network epoch by epoch: events in, blocks forward, spikes out and exchanged in the order of time and gid, frames to
 * the observer.
 */
final class TimeLoop {
    /** chosen: longest epoch where no delay limits it, so that progress and cancelling stay lively. */
    private static final int MOST_STEPS = 40;

    private final Layout layout;
    private final Network network;
    private final Deliveries deliveries;
    private final Drives drives;
    private final Exchange exchange;
    private final int epochSteps;
    private final Epoch[] epochs;
    private final Frames frames;
    private final boolean tellsFrames;
    private SpikeLog heard = new SpikeLog();

    /** Takes checkpoints of a run, or gives the leader the state that it asks for. */
    interface Keeping {
        /** Nothing is kept. */
        Keeping NOTHING = new Keeping() {
            @Override
            public boolean isDue(int step) {
                return false;
            }

            @Override
            public void keep(int step) {}
        };

        /** Whether a checkpoint is due after so many steps. */
        boolean isDue(int step);

        /** Keeps the state as it is now. */
        void keep(int step);

        /** The problem of a run that is stopped after so many steps; keeps it, if it can. */
        default Problem stopped(int step) {
            return Cancelled.problem();
        }
    }

    TimeLoop(Layout layout, Drives drives) {
        this(layout, drives, Exchange.ALONE, List.of(), false);
    }

    /**
     * @param exchange how the partitions of the run hear of each other
     * @param partitions cells of the other partitions, where this one has the observer
     * @param tellsFrames whether the exchange gets the own frames: where another partition has the observer
     */
    TimeLoop(Layout layout, Drives drives, Exchange exchange, List<BitSet> partitions, boolean tellsFrames) {
        this.layout = layout;
        this.drives = drives;
        this.exchange = exchange;
        this.tellsFrames = tellsFrames;
        network = layout.network;
        deliveries = new Deliveries(layout);
        epochSteps = Drives.coupled(network) ? 1 : deliveries.epochSteps(MOST_STEPS);
        epochs = new Epoch[layout.blocks.size()];
        for (int b = 0; b < epochs.length; b++) {
            epochs[b] = new Epoch(layout.blocks.get(b), epochSteps, drives.count(b));
        }
        frames = new Frames(layout, partitions);
    }

    /** Steps between two exchanges of spikes. */
    int epochSteps() {
        return epochSteps;
    }

    /** Comes to where the run was after some steps; the cells are restored apart. */
    void goOn(SpikeLog past, int step) {
        deliveries.goOn(past, step, epochSteps);
        heard = past;
    }

    /** Runs from time 0 to the end; returns the number of spikes. */
    long run(Solver solver, Observer observer) {
        return run(solver, observer, 0, Keeping.NOTHING);
    }

    /** Runs from a step, a whole number of epochs, to the end; returns the number of all spikes. */
    long run(Solver solver, Observer observer, int first, Keeping keeping) {
        int end = network.run().steps();
        if (first == 0) {
            var atStart = frames.first();
            var own = new Exchange.Share(List.of(), tellsFrames ? atStart : List.of());
            frames.showFirst(observer, exchange.together(0, own, false).others());
        }
        for (int step = first; step < end; step += epochSteps) {
            if (observer.cancelled()) {
                throw keeping.stopped(step);
            }
            int steps = Math.min(epochSteps, end - step);
            int done = step + steps;
            prepare(step, steps);
            solver.run(step, steps, epochs);
            checkVoltages(step, done);
            var own = new Exchange.Share(fired(step, steps), tellsFrames ? frames.of(epochs, step, steps) : List.of());
            var all = exchange.together(done, own, keeping.isDue(done));
            deliver(observer, all.spikes());
            frames.show(observer, epochs, step, steps, all.others());
            observer.progress(done * network.run().dt_ms());
            if (all.keep()) {
                keeping.keep(done);
            }
        }
        return heard.size();
    }

    private void prepare(int step, int steps) {
        deliveries.fetchLists(step + steps);
        for (int b = 0; b < epochs.length; b++) {
            epochs[b].clear();
            epochs[b].arrivals = deliveries.take(b, step + steps);
            epochs[b].pointArrivals = deliveries.takePoints(b, step + steps);
            drives.fill(b, step, steps, epochs[b].drives);
        }
    }

    private List<Spike> fired(int step, int steps) {
        var found = new ArrayList<Spike>();
        for (int b = 0; b < epochs.length; b++) {
            var block = layout.blocks.get(b);
            for (int i = 0; i < steps * block.width; i++) {
                if (epochs[b].fired[i] != 0) {
                    int cell = block.cells[i % block.width];
                    found.add(new Spike(
                            step + i / block.width + 1,
                            network.cells().get(cell).gid(),
                            cell));
                }
            }
        }
        return found;
    }

    private void deliver(Observer observer, List<Spike> spikes) {
        for (var spike : spikes) {
            double t_ms = spike.step() * network.run().dt_ms();
            heard.add(spike.step(), spike.cell());
            observer.spike(t_ms, spike.cell());
            deliveries.spike(spike.cell(), t_ms);
        }
    }

    private void checkVoltages(int first, int step) {
        for (int b = 0; b < epochs.length; b++) {
            if (epochs[b].overrun) {
                double t_ms = step * network.run().dt_ms();
                throw new Problem(
                        Kind.INVALID,
                        "TOO_MANY_SELF_EVENTS",
                        "A point process awaited more than %d events of its own, or sent them without end, before %s ms."
                                .formatted(Receive.SLOTS, t_ms),
                        "Look at its net_send: send the next event only when the last has come.",
                        Map.of("t_ms", String.valueOf(t_ms)));
            }
            if (epochs[b].unstable) {
                throw new Diagnosis(network, layout.blocks.get(b).cells, heard).find(first, step);
            }
        }
    }
}
