package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.nmodl.Nmodl;
import io.brainwright.sim.model.nmodl.Published;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A ring of cells with random channels and every point process: what changes nothing must change no bit. */
class SameBitsOfPointProcessesTest {
    private static final int CELLS = 7;
    /** Sends itself events, several at a time, and draws in each. */
    private static final Mechanism ECHO = Nmodl.read("echo.mod", """
            NEURON { POINT_PROCESS Echo  NONSPECIFIC_CURRENT i  RANGE tau, e, heard  RANDOM r }
            PARAMETER { tau = 3 (ms)  e = 0 (mV) }
            ASSIGNED { v (mV) i (nA) heard }
            STATE { g }
            INITIAL { g = 0  heard = 0  net_send(4.1, 2) }
            BREAKPOINT { SOLVE fall METHOD cnexp  i = g * (v - e) }
            DERIVATIVE fall { g' = -g / tau }
            NET_RECEIVE(w, n) {
              INITIAL { n = 1 + tau }
              if (flag == 2) { WATCH (g > 0.002) 5  WATCH (v < -40) 7 }
              if (flag == 0) {
                n = n + 1
                g = g + w * random_uniform(r, 0.5, 1.5)
                net_send(1.03 + random_negexp(r), 1)
                if (n > 6) { net_send(random_negexp(r, 2), 3) }
              } else {
                heard = heard + flag + 0.01 * v
                g = g + 0.0005 * flag + 0.0001 * n
              }
            }
            """);

    @Test
    void oneThreadOrThreeGiveTheSameBits() {
        assertThat(bits(Backend.JAVA, 3)).isEqualTo(bits(Backend.JAVA, 1)).hasSizeGreaterThan(1000);
    }

    @Test
    void oneLaneOrEightGiveTheSameBits() {
        var wide = loop(ring(5), 8);
        assertThat(loop(ring(5), 1)).isEqualTo(wide);
        assertThat(loop(ring(5), 3)).isEqualTo(wide);
    }

    @Test
    void anotherSeedGivesOthers() {
        assertThat(loop(ring(5), 8)).isNotEqualTo(loop(ring(6), 8));
    }

    @Test
    void openClGivesTheBitsOfJava() {
        var search = OpenClDevices.search();
        if (search.found().isEmpty()) {
            assertThat(System.getenv("CI")).as(search.reason()).isNull();
            Assumptions.abort(search.reason());
        }
        assertThat(bits(Backend.OPENCL, 1)).isEqualTo(bits(Backend.JAVA, 1));
    }

    private static List<Long> loop(Network network, int lanes) {
        var seen = new Bits();
        var layout = Layout.ofLanes(network, lanes);
        var loop = new TimeLoop(layout, new Drives(layout));
        try (var solver = new JavaSolver(layout, 1)) {
            loop.run(solver, seen);
        }
        assertThat(seen.spikes).as("spikes").isGreaterThan(CELLS / 2);
        return seen.bits;
    }

    private static List<Long> bits(Backend backend, int threads) {
        var seen = new Bits();
        Simulation.run(ring(5), backend, threads, seen);
        return seen.bits;
    }

    static Network ring(long seed) {
        var network = new NetworkBuilder(new Network.Run(0.025, 40, 16, -70, seed));
        var shapes = new ArrayList<Compartments>();
        for (int c = 0; c < CELLS; c++) {
            var tree = new CableTree(false);
            tree.add(0, -1, 0, "soma", CableTree.cylinders(18, 18 + c * 0.3, 1, 100));
            tree.add(1, 0, 0.5, "dend", CableTree.cylinders(150 + 10 * c, 2, 3 + c % 4, 100));
            shapes.add(tree.build());
            network.cell(100 - c, shapes.get(c), model(), 0, -20);
        }
        String[] names = {"DetAMPANMDA", "DetGABAAB", "ProbAMPANMDA_EMS", "ProbGABAAB_EMS", "GluSynapse"};
        for (int c = 0; c < CELLS; c++) {
            for (int k = 0; k < 12; k++) {
                var mechanism = k % 6 == 5 ? ECHO : Published.named(names[k % 6]);
                var parameters = switch (k % 6) {
                    case 5 -> Map.of("tau", 2.0 + k);
                    case 2, 3, 4 -> Map.of("Nrrp", 1.0 + k % 3 * 4, "Use", 0.4);
                    default -> Map.of("Use", 0.4);
                };
                int synapse = network.synapse(
                        c, shapes.get(c).compartmentAt(k % 2, 0.1 * k), new SynapseType.Point(mechanism, parameters));
                double weight = k % 6 == 5 ? 0.002 : 2;
                network.connect((c + CELLS - 1) % CELLS, synapse, 0.8 + 0.1 * k, weight);
                network.events(synapse, new double[] {2 + c, 2.01 + c, 2.02 + c, 14 + k}, 0.7 * weight);
                if (k > 5) {
                    network.record(
                            new Variable.PointState(
                                    synapse, k == 11 ? "g" : k % 6 < 2 || k % 6 == 4 ? state(k) : "occupied"),
                            new int[] {c},
                            new int[] {0},
                            0.1);
                }
            }
            network.current(c, 0, 5, 20, 0.9 + 0.05 * c);
        }
        var cells = new int[CELLS];
        for (int c = 0; c < CELLS; c++) {
            cells[c] = c;
        }
        network.record(Variable.VOLTAGE, cells, new int[CELLS], 0.1);
        network.record(new Variable.State(Published.named("StochKv3"), "N1L1"), cells, new int[CELLS], 0.1);
        return network.build();
    }

    private static String state(int k) {
        return k % 6 == 4 ? "rho_GB" : k % 6 == 0 ? "B_NMDA" : "B_GABAA";
    }

    private static CellModel model() {
        var soma = Membrane.of(1)
                .with(Mechanism.hh, "gl_S_cm2", 3e-4)
                .with(Published.named("StochKv3"), "gkbar", 0.002)
                .with(Published.named("StochKv"), "gkbar", 2)
                .with(Published.named("Kv7"), "gKv7bar", 1e-4);
        var dend = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4);
        return new CellModel(Map.of("soma", soma, "dend", dend), Ions.cortical());
    }
}
