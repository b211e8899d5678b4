package io.brainwright.sim.model.solver;

import io.brainwright.sim.model.network.Network;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The frames of a run's recordings, put together from blocks and, in a run of several partitions, from the others' shares. */
final class Frames {
    private final Layout layout;
    private final Network network;
    private final List<BitSet> partitions;
    private final List<double[]> whole = new ArrayList<>();

    /** @param partitions cells of each of the run's other partitions, by their number; empty where there are none */
    Frames(Layout layout, List<BitSet> partitions) {
        this.layout = layout;
        this.partitions = partitions;
        network = layout.network;
        network.recordings().forEach(r -> whole.add(new double[r.cells().length]));
    }

    /** What is there before the first step, of the own cells. */
    List<Exchange.Frame> first() {
        for (var block : layout.blocks) {
            for (var probe : block.probes) {
                for (int i = 0; i < probe.index().length; i++) {
                    whole.get(probe.recording())[probe.place()[i]] = probe.source()[i][probe.index()[i]];
                }
            }
        }
        var own = new ArrayList<Exchange.Frame>();
        for (int r = 0; r < whole.size(); r++) {
            own.add(new Exchange.Frame(r, 0, ownPart(r)));
        }
        return own;
    }

    /** The frames of an epoch, of the own cells. */
    List<Exchange.Frame> of(Epoch[] epochs, int firstStep, int steps) {
        var own = new ArrayList<Exchange.Frame>();
        for (int r = 0; r < whole.size(); r++) {
            for (int f = 0; f < Epoch.framesIn(firstStep, steps, every(r)); f++) {
                collect(epochs, r, f);
                own.add(new Exchange.Frame(r, f, ownPart(r)));
            }
        }
        return own;
    }

    /** Shows the observer the whole frames of an epoch, in the order of recordings and time. */
    void show(Observer observer, Epoch[] epochs, int firstStep, int steps, List<Exchange.Told> others) {
        for (int r = 0; r < whole.size(); r++) {
            int before = firstStep / every(r);
            for (int f = 0; f < Epoch.framesIn(firstStep, steps, every(r)); f++) {
                collect(epochs, r, f);
                addOthers(r, f, others);
                long frame = before + f + 1L;
                observer.frame(r, frame, frame * every(r) * network.run().dt_ms(), whole.get(r));
            }
        }
    }

    /** Shows the frames at time 0. */
    void showFirst(Observer observer, List<Exchange.Told> others) {
        for (int r = 0; r < whole.size(); r++) {
            addOthers(r, 0, others);
            observer.frame(r, 0, 0, whole.get(r));
        }
    }

    private int every(int recording) {
        return (int) Math.round(network.recordings().get(recording).interval_ms()
                / network.run().dt_ms());
    }

    private void collect(Epoch[] epochs, int recording, int frame) {
        for (int b = 0; b < epochs.length; b++) {
            var probes = layout.blocks.get(b).probes;
            for (int p = 0; p < probes.size(); p++) {
                var probe = probes.get(p);
                if (probe.recording() == recording) {
                    int n = probe.index().length;
                    for (int i = 0; i < n; i++) {
                        whole.get(recording)[probe.place()[i]] = epochs[b].frames[p][frame * n + i];
                    }
                }
            }
        }
    }

    private double[] ownPart(int recording) {
        var cells = network.recordings().get(recording).cells();
        var part = new double[cells.length];
        int n = 0;
        for (int place = 0; place < cells.length; place++) {
            if (layout.has(cells[place])) {
                part[n++] = whole.get(recording)[place];
            }
        }
        return java.util.Arrays.copyOf(part, n);
    }

    private void addOthers(int recording, int number, List<Exchange.Told> others) {
        var cells = network.recordings().get(recording).cells();
        for (var told : others) {
            if (told.frame().recording() == recording && told.frame().number() == number) {
                var theirs = partitions.get(told.partition());
                int n = 0;
                for (int place = 0; place < cells.length; place++) {
                    if (theirs.get(cells[place])) {
                        whole.get(recording)[place] = told.frame().values()[n++];
                    }
                }
            }
        }
    }
}
