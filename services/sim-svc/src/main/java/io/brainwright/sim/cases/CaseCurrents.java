package io.brainwright.sim.cases;

import io.brainwright.sim.model.field.MembraneCurrents;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.Variable;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Membrane currents of whole cells, from the voltages of all their nodes. */
final class CaseCurrents {
    private final CaseNetwork network;
    private final Map<Integer, double[][]> samples;
    private final Map<Integer, Integer> recordingOf = new HashMap<>();
    private final Map<Integer, double[][]> done = new HashMap<>();

    CaseCurrents(CaseNetwork network, Map<Integer, double[][]> samples) {
        this.network = network;
        this.samples = samples;
    }

    void sampleAll() {
        IntStream.range(0, network.cells.size()).forEach(this::sample);
    }

    void sample(int cell) {
        recordingOf.computeIfAbsent(cell, _ -> {
            int n = network.cells.get(cell).shape().count();
            var cells = new int[n];
            java.util.Arrays.fill(cells, cell);
            var nodes = IntStream.range(0, n).toArray();
            return network.builder.record(Variable.VOLTAGE, cells, nodes, network.run.dt_ms());
        });
    }

    /** Current of one node by step, nA. */
    IntToDoubleFunction at(int cell, int node) {
        sample(cell);
        return k -> ofCell(cell)[k][node];
    }

    /** Largest difference between the sum of a cell's membrane currents and what is injected into it. */
    double worstImbalance_nA() {
        double worst = 0;
        for (int cell : recordingOf.keySet()) {
            var currents = ofCell(cell);
            for (int k = 1; k < currents.length; k++) {
                double sum = IntStream.range(0, currents[k].length)
                        .mapToDouble(injected(cell, k)::applyAsDouble)
                        .sum();
                double out = java.util.Arrays.stream(currents[k]).sum();
                worst = Math.max(worst, Math.abs(out - sum));
            }
        }
        return worst;
    }

    private double[][] ofCell(int cell) {
        return done.computeIfAbsent(cell, _ -> {
            var v = samples.get(recordingOf.get(cell));
            if (v == null) {
                throw new IllegalStateException("cell " + cell + " was not sampled");
            }
            var currents = new double[v.length][];
            for (int k = 0; k < v.length; k++) {
                currents[k] = IntStream.range(0, v[k].length)
                        .mapToDouble(injected(cell, k)::applyAsDouble)
                        .toArray();
                MembraneCurrents.of(network.cells.get(cell).shape(), v[k], currents[k]);
            }
            return currents;
        });
    }

    /** Current of electrodes into each node during the step that ends at k. */
    private IntToDoubleFunction injected(int cell, int k) {
        double middle_ms = (k - 0.5) * network.run.dt_ms();
        return node -> {
            double sum_nA = 0;
            for (var s : network.stimuli) {
                if (k > 0 && s.cell() == cell && s.node() == node) {
                    sum_nA += switch (s) {
                        case Network.Current c -> c.at_nA(middle_ms);
                        case Network.Waveform w -> w.at_nA(middle_ms);
                        case Network.Conductance _ -> throw new AssertionError("cases have no conductance noise");
                        case Network.Clamp c -> clamp_nA(c, cell, k, middle_ms);
                    };
                }
            }
            return sum_nA;
        };
    }

    private double clamp_nA(Network.Clamp c, int cell, int k, double middle_ms) {
        double level_mV = c.at_mV(middle_ms);
        var v = samples.get(recordingOf.get(cell));
        return v == null || Double.isNaN(level_mV) ? 0 : (level_mV - v[k][c.node()]) / c.series_Mohm();
    }
}
