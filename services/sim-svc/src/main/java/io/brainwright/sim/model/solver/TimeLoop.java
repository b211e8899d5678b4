package io.brainwright.sim.model.solver;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.mechanism.Receive;
import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.Comparator;
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
    private final Observer observer;
    private final int epochSteps;
    private final Epoch[] epochs;
    private final List<double[]> frames = new ArrayList<>();
    private long spikes;

    private record Spike(int step, long gid, int cell) {}

    TimeLoop(Layout layout, Drives drives, Observer observer) {
        this.layout = layout;
        this.drives = drives;
        this.observer = observer;
        network = layout.network;
        deliveries = new Deliveries(layout);
        epochSteps = Drives.coupled(network) ? 1 : deliveries.epochSteps(MOST_STEPS);
        epochs = new Epoch[layout.blocks.size()];
        for (int b = 0; b < epochs.length; b++) {
            epochs[b] = new Epoch(layout.blocks.get(b), epochSteps, drives.count(b));
        }
        network.recordings().forEach(r -> frames.add(new double[r.cells().length]));
    }

    /** Steps between two exchanges of spikes. */
    int epochSteps() {
        return epochSteps;
    }

    /** Runs to the end; returns the number of spikes. */
    long run(Solver solver) {
        int end = network.run().steps();
        showFirstFrames();
        for (int step = 0; step < end; step += epochSteps) {
            if (observer.cancelled()) {
                throw Cancelled.problem();
            }
            int steps = Math.min(epochSteps, end - step);
            prepare(step, steps);
            solver.run(step, steps, epochs);
            checkVoltages(step + steps);
            exchange(step, steps);
            show(step, steps);
            observer.progress((step + steps) * network.run().dt_ms());
        }
        return spikes;
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

    private void exchange(int step, int steps) {
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
        found.sort(Comparator.comparingInt(Spike::step)
                .thenComparingLong(Spike::gid)
                .thenComparingInt(Spike::cell));
        for (var spike : found) {
            double t_ms = spike.step * network.run().dt_ms();
            observer.spike(t_ms, spike.cell);
            deliveries.spike(spike.cell, t_ms);
        }
        spikes += found.size();
    }

    private void showFirstFrames() {
        for (var block : layout.blocks) {
            for (var probe : block.probes) {
                for (int i = 0; i < probe.index().length; i++) {
                    frames.get(probe.recording())[probe.place()[i]] = probe.source()[i][probe.index()[i]];
                }
            }
        }
        for (int r = 0; r < frames.size(); r++) {
            observer.frame(r, 0, 0, frames.get(r));
        }
    }

    private void show(int firstStep, int steps) {
        for (int r = 0; r < frames.size(); r++) {
            int every = (int) Math.round(
                    network.recordings().get(r).interval_ms() / network.run().dt_ms());
            int before = firstStep / every;
            for (int f = 0; f < Epoch.framesIn(firstStep, steps, every); f++) {
                collect(r, f);
                long frame = before + f + 1L;
                observer.frame(r, frame, frame * every * network.run().dt_ms(), frames.get(r));
            }
        }
    }

    private void collect(int recording, int frame) {
        for (int b = 0; b < epochs.length; b++) {
            var probes = layout.blocks.get(b).probes;
            for (int p = 0; p < probes.size(); p++) {
                var probe = probes.get(p);
                if (probe.recording() == recording) {
                    int n = probe.index().length;
                    for (int i = 0; i < n; i++) {
                        frames.get(recording)[probe.place()[i]] = epochs[b].frames[p][frame * n + i];
                    }
                }
            }
        }
    }

    private void checkVoltages(int step) {
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
                var gids = new ArrayList<Long>();
                for (int c : layout.blocks.get(b).cells) {
                    gids.add(network.cells().get(c).gid());
                }
                double t_ms = step * network.run().dt_ms();
                throw new Problem(
                        Kind.INVALID,
                        "VOLTAGE_OUT_OF_RANGE",
                        "A voltage among cells %s left -1000 to 1000 mV before %s ms.".formatted(gids, t_ms),
                        "Check injected currents, synaptic weights and the time step.",
                        Map.of("gids", gids.toString(), "t_ms", String.valueOf(t_ms)));
            }
        }
    }
}
