package io.brainwright.sim.sonata;

import io.brainwright.sim.model.field.MembraneCurrents;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Membrane currents of whole cells from the voltages of all their nodes.
 *
 * <p>The current of a step is told at its end. What an electrode injects leaves through the membrane; what stands for synapses
 * (a drive that represents no electrode) is a membrane current itself.
 */
final class MembraneSamples {
    private final List<SonataCell> cells;
    private final int[] numbers;
    private final int[] begin;
    private final double dt_ms;
    private final Map<Integer, List<Network.Stimulus>> electrodes = new HashMap<>();

    /**
     * @param all every cell
     * @param numbers the cells that are sampled
     * @param electrodes drives through electrodes
     */
    MembraneSamples(SonataCells all, int[] numbers, List<Network.Stimulus> electrodes, double dt_ms) {
        this.numbers = numbers;
        this.dt_ms = dt_ms;
        cells = java.util.Arrays.stream(numbers).mapToObj(all::get).toList();
        begin = new int[numbers.length + 1];
        for (int i = 0; i < numbers.length; i++) {
            begin[i + 1] = begin[i] + cells.get(i).shape().count();
        }
        electrodes.forEach(s -> this.electrodes
                .computeIfAbsent(s.cell(), _ -> new ArrayList<>())
                .add(s));
    }

    /** Samples every node of the cells; returns the recording. */
    int record(NetworkBuilder network, double interval_ms) {
        var cell = new int[begin[numbers.length]];
        var node = new int[cell.length];
        for (int i = 0; i < numbers.length; i++) {
            for (int k = 0; k < begin[i + 1] - begin[i]; k++) {
                cell[begin[i] + k] = numbers[i];
                node[begin[i] + k] = k;
            }
        }
        return network.record(Variable.VOLTAGE, cell, node, interval_ms);
    }

    /** Current out through the membrane of each node of the cell at a place of the list, nA. */
    double[] membrane_nA(int place, double t_ms, double[] v_mV) {
        var current = injected_nA(place, t_ms, v_mV);
        if (t_ms > 0) {
            var shape = cells.get(place).shape();
            MembraneCurrents.of(shape, java.util.Arrays.copyOfRange(v_mV, begin[place], begin[place + 1]), current);
        }
        return current;
    }

    /** Current that electrodes bring into each node, nA; none has flowed at time 0. */
    double[] injected_nA(int place, double t_ms, double[] v_mV) {
        var current = new double[begin[place + 1] - begin[place]];
        double middle_ms = t_ms - dt_ms / 2;
        for (var stimulus : electrodes.getOrDefault(numbers[place], List.of())) {
            double v = v_mV[begin[place] + stimulus.node()];
            current[stimulus.node()] += switch (stimulus) {
                case Network.Current c -> c.at_nA(middle_ms);
                case Network.Waveform w -> w.at_nA(middle_ms);
                case Network.Conductance g -> g.at_uS(middle_ms) * (g.e_mV() - v);
                case Network.Clamp c -> {
                    double level = c.at_mV(middle_ms);
                    yield middle_ms < 0 || Double.isNaN(level) ? 0 : (level - v) / c.series_Mohm();
                }
            };
        }
        return current;
    }
}
