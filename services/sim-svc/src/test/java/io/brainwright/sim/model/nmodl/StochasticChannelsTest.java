package io.brainwright.sim.model.nmodl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Channels that open at random, under voltage clamp, against the binomial law: of N channels that are open with chance p each, N p
 * are on the average, with variance N p (1 - p), and the covariance over a time s is that of independent gates.
 */
class StochasticChannelsTest {
    private static final double DT_ms = 0.025;
    private static final double CLAMP_mV = -32;
    private static final int CELLS = 40;
    private static final double SETTLED_ms = 60;
    private static final double TSTOP_ms = 460;
    private static final double AREA_um2 = Math.PI * 20 * 20;

    /** Steady state and time constant of the gates of StochKv3 at a voltage, written again. */
    private static double[] gates(double v) {
        double x = v + 10;
        return new double[] {
            1 / (1 + Math.exp((-30 - x) / 10)),
            0.346 * Math.exp(-x / 18.272) + 2.09,
            1 / (1 + Math.exp(0.0878 * (x + 55.1))),
            2.1 * Math.exp(-x / 21.2) + 4.627
        };
    }

    @Test
    void kv3IsOpenAsOftenAndAsUnevenlyAsTheBinomialLawSays() {
        double gkbar = 0.02;
        double N = Math.floor(gkbar / 50 * 1e4 * AREA_um2 + 0.5);
        var g = gates(CLAMP_mV);
        double p = g[0] * g[2];
        var open = clamped(Published.named("StochKv3"), "N1L1", gkbar, 0);
        var m = Moments.of(open, N);
        // 40 cells x 400 ms, correlated over some 10 ms: about 1600 independent looks; five standard errors
        double looks = CELLS * (TSTOP_ms - SETTLED_ms) / (2 * g[3]);
        double sd = Math.sqrt(p * (1 - p) / N);
        assertThat(m.mean).isCloseTo(p, within(5 * sd / Math.sqrt(looks)));
        assertThat(m.variance * N).isCloseTo(p * (1 - p), within(5 * p * (1 - p) * Math.sqrt(2 / looks)));
        // after s = 5 ms: (l (1-l) el + l^2) (n (1-n) en + n^2) - p^2, with e = exp(-s / tau)
        double l = g[0] * (1 - g[0]) * Math.exp(-5 / g[1]) + g[0] * g[0];
        double n = g[2] * (1 - g[2]) * Math.exp(-5 / g[3]) + g[2] * g[2];
        assertThat(m.after5ms * N).isCloseTo(l * n - p * p, within(5 * p * (1 - p) * Math.sqrt(2 / looks)));
    }

    @Test
    void kvIsOpenAsOftenAndAsUnevenlyAsTheBinomialLawSays() {
        double gkbar = 20;
        double N = Math.floor(gkbar / 30 * AREA_um2 + 0.5);
        double x = (CLAMP_mV + 40) / 9;
        double tadj = Math.pow(2.3, (34.0 - 23) / 10);
        double a = 0.02 * 9 * x / (1 - Math.exp(-x)) * tadj;
        double b = 0.002 * 9 * -x / (1 - Math.exp(x)) * tadj;
        double p = a / (a + b);
        var m = Moments.of(clamped(Published.named("StochKv"), "N1", gkbar, 0), N);
        double looks = CELLS * (TSTOP_ms - SETTLED_ms) * (a + b) / 2;
        assertThat(m.mean).isCloseTo(p, within(5 * Math.sqrt(p * (1 - p) / N / looks)));
        assertThat(m.variance * N).isCloseTo(p * (1 - p), within(5 * p * (1 - p) * Math.sqrt(2 / looks)));
        assertThat(m.after5ms * N)
                .isCloseTo(p * (1 - p) * Math.exp(-5 * (a + b)), within(5 * p * (1 - p) * Math.sqrt(2 / looks)));
    }

    @Test
    void withoutChanceItIsTheMean() {
        var g = gates(CLAMP_mV);
        var open = clamped(Published.named("StochKv3"), "N1L1", 0.02, 1);
        double N = Math.floor(0.02 / 50 * 1e4 * AREA_um2 + 0.5);
        assertThat(open.getLast()[0] / N).isCloseTo(g[0] * g[2], within(1e-5)); // the clamp leaves 1e-4 mV
    }

    @Test
    void openClDrawsTheSameNumbers() {
        org.junit.jupiter.api.Assumptions.assumeTrue(
                Simulation.devices().stream().anyMatch(d -> d.backend().equals("opencl") && d.available()));
        var java = clamped(Published.named("StochKv3"), "N1L1", 0.02, 0, 20, Backend.JAVA);
        var openCl = clamped(Published.named("StochKv3"), "N1L1", 0.02, 0, 20, Backend.OPENCL);
        for (int f = 0; f < java.size(); f++) {
            assertThat(openCl.get(f)).containsExactly(java.get(f));
        }
    }

    private record Moments(double mean, double variance, double after5ms) {
        static Moments of(List<double[]> open, double N) {
            int from = (int) Math.round(SETTLED_ms / 0.5);
            double sum = 0;
            double squares = 0;
            double later = 0;
            long count = 0;
            long pairs = 0;
            double mean = open.subList(from, open.size()).stream()
                            .flatMapToDouble(java.util.Arrays::stream)
                            .average()
                            .orElseThrow()
                    / N;
            for (int f = from; f < open.size(); f++) {
                for (int c = 0; c < CELLS; c++) {
                    double d = open.get(f)[c] / N - mean;
                    sum += open.get(f)[c] / N;
                    squares += d * d;
                    count++;
                    if (f + 10 < open.size()) {
                        later += d * (open.get(f + 10)[c] / N - mean);
                        pairs++;
                    }
                }
            }
            return new Moments(sum / count, squares / count, later / pairs);
        }
    }

    private static List<double[]> clamped(Mechanism channel, String count, double gkbar, double deterministic) {
        return clamped(channel, count, gkbar, deterministic, TSTOP_ms, Backend.JAVA);
    }

    /** The number of open channels of each cell, every 0.5 ms. */
    private static List<double[]> clamped(
            Mechanism channel, String count, double gkbar, double deterministic, double tstop_ms, Backend backend) {
        var network = new NetworkBuilder(new Network.Run(DT_ms, tstop_ms, 34, CLAMP_mV, 11));
        var cells = new int[CELLS];
        var membrane = Membrane.of(1).with(channel, "gkbar", gkbar).with(channel, "deterministic", deterministic);
        for (int c = 0; c < CELLS; c++) {
            var tree = new CableTree(false);
            tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
            network.cell(c, tree.build(), new CellModel(Map.of("soma", membrane), Ions.cortical()), -1, 0);
            network.clamp(c, 0, 1e-6, List.of(new Network.Level(1e6, CLAMP_mV)));
            cells[c] = c;
        }
        network.record(new Variable.State(channel, count), cells, new int[CELLS], 0.5);
        var frames = new ArrayList<double[]>();
        Simulation.run(network.build(), backend, 2, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                frames.add(values.clone());
            }
        });
        return frames;
    }
}
