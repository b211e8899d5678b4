package io.brainwright.sim.model.threshold;

import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.circuit.CircuitBuilder;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.network.Network.Run;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Finds threshold currents (rheobase for a step of finite length) by halving, all cells in one run, each with its own step and without
 * synapses:
 *
 * <pre>{@code
 *   0 .. 100 ms       no input; a spike in the second half says that the cell needs none
 *   100 .. 300 ms     a step into the soma of I = sqrt(low high); high = I where the cell fires, else low = I
 *   low, high         0.01 and 10.24 nA at first: ten octaves, eight runs, high / low = 2^(10/256) = 1.027 at last
 * }</pre>
 *
 * <p>A cell is found the same whatever cells stand beside it.
 */
public final class ThresholdSearch {
    /** chosen: several membrane time constants, so that cells are near rest. */
    static final int SETTLE_MS = 100;
    /** chosen: a pyramidal cell that fires at all on a weak step does so within 200 ms. */
    static final int STEP_MS = 200;

    private static final double LEAST_NA = 0.01;
    private static final double MOST_NA = 10.24;
    private static final int HALVINGS = 8;

    private final Run run;
    private final double settle_ms;
    private final int threads;
    private final List<Cell> cells;
    private final double[] low_nA;
    private final double[] high_nA;
    private final double[] resting_mV;
    private final boolean[] unasked;

    /**
     * A cell that is searched.
     *
     * @param gid keys the draws of its stochastic channels
     */
    public record Cell(long gid, Compartments shape, CellModel model) {}

    /** How a search is run; the threads change nothing but the time. */
    public record Setting(double dt_ms, double temperature_degC, double v_init_mV, long seed, int threads) {}

    private ThresholdSearch(List<Cell> cells, Setting setting) {
        this.cells = cells;
        this.threads = setting.threads();
        this.settle_ms = Math.rint(SETTLE_MS / setting.dt_ms()) * setting.dt_ms();
        this.run = new Run(
                setting.dt_ms(), settle_ms + STEP_MS, setting.temperature_degC(), setting.v_init_mV(), setting.seed());
        this.low_nA = new double[cells.size()];
        this.high_nA = new double[cells.size()];
        this.resting_mV = new double[cells.size()];
        this.unasked = new boolean[cells.size()];
        Arrays.fill(low_nA, LEAST_NA);
        Arrays.fill(high_nA, MOST_NA);
    }

    /**
     * The thresholds of some cells, in their order.
     *
     * @param say hears how far it is
     */
    public static List<Threshold> of(List<Cell> cells, Setting setting, Consumer<String> say) {
        var search = new ThresholdSearch(cells, setting);
        for (int k = 0; k < HALVINGS; k++) {
            search.halve();
            say.accept("threshold currents: run %d of %d".formatted(k + 1, HALVINGS));
        }
        var found = new ArrayList<Threshold>();
        for (int i = 0; i < cells.size(); i++) {
            found.add(new Threshold(search.current_nA(i), search.resting_mV[i]));
        }
        return found;
    }

    private double current_nA(int cell) {
        if (unasked[cell]) {
            return 0;
        }
        return high_nA[cell] == MOST_NA ? Double.NaN : high_nA[cell];
    }

    private void halve() {
        var network = new NetworkBuilder(run);
        var step_nA = new double[cells.size()];
        var index = new int[cells.size()];
        var soma = new int[cells.size()];
        for (int i = 0; i < step_nA.length; i++) {
            var cell = cells.get(i);
            index[i] = i;
            soma[i] = cell.shape().compartmentAt(0, 0.5);
            step_nA[i] = Math.sqrt(low_nA[i] * high_nA[i]);
            network.cell(cell.gid(), cell.shape(), cell.model(), soma[i], CircuitBuilder.SPIKE_THRESHOLD_MV);
            network.current(i, soma[i], settle_ms, STEP_MS, step_nA[i]);
        }
        network.record(Variable.VOLTAGE, index, soma, settle_ms);
        var fired = new boolean[step_nA.length];
        Simulation.run(network.build(), Backend.AUTO, threads, new Observer() {
            @Override
            public void spike(double t_ms, int cell) {
                fired[cell] |= t_ms >= settle_ms;
                unasked[cell] |= t_ms >= settle_ms / 2 && t_ms < settle_ms;
            }

            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                if (frame == 1) {
                    System.arraycopy(values, 0, resting_mV, 0, values.length);
                }
            }
        });
        for (int i = 0; i < fired.length; i++) {
            if (fired[i]) {
                high_nA[i] = step_nA[i];
            } else {
                low_nA[i] = step_nA[i];
            }
        }
    }
}
