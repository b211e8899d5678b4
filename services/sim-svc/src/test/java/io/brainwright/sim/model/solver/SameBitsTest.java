package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.cell.Compartments;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.synapse.Release;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A ring of unlike cells with every mechanism and every synapse: what changes nothing must change no bit. */
class SameBitsTest {
    private static final int CELLS = 11;

    @Test
    void oneThreadOrThreeGiveTheSameBits() {
        assertThat(bits(Backend.JAVA, 3)).isEqualTo(bits(Backend.JAVA, 1)).hasSizeGreaterThan(1000);
    }

    @Test
    void oneLaneOrEightGiveTheSameBits() {
        var network = ring();
        var wide = loop(network, 8);
        assertThat(loop(network, 1)).isEqualTo(wide);
        assertThat(loop(network, 3)).isEqualTo(wide);
    }

    @Test
    void openClGivesTheBitsOfJava() {
        var search = OpenClDevices.search();
        if (search.found().isEmpty()) {
            assertThat(System.getenv("CI")).as(search.reason()).isNull();
            System.out.println("SKIPPED: " + search.reason());
            Assumptions.abort(search.reason());
        }
        assertThat(bits(Backend.OPENCL, 1)).isEqualTo(bits(Backend.JAVA, 1));
    }

    @Test
    void theRingSpikes() {
        var summary = Simulation.run(ring(), Backend.JAVA, 1, new Observer() {});
        assertThat(summary.spikes()).isGreaterThan(CELLS / 2);
    }

    @Test
    void aStopIsACancelledProblem() {
        Assertions.assertThatThrownBy(() -> Simulation.run(ring(), Backend.JAVA, 1, new Observer() {
                    @Override
                    public boolean cancelled() {
                        return true;
                    }
                }))
                .isInstanceOf(Problem.class);
    }

    private static List<Long> loop(Network network, int lanes) {
        var seen = new Bits();
        var layout = Layout.ofLanes(network, lanes);
        var loop = new TimeLoop(layout, new Drives(layout));
        try (var solver = new JavaSolver(layout, 1)) {
            loop.run(solver, seen);
        }
        return seen.bits;
    }

    private static List<Long> bits(Backend backend, int threads) {
        var seen = new Bits();
        Simulation.run(ring(), backend, threads, seen);
        return seen.bits;
    }

    static Network ring() {
        var network = new NetworkBuilder(new Network.Run(0.025, 40, 34, -70));
        var shapes = new ArrayList<Compartments>();
        for (int c = 0; c < CELLS; c++) {
            var tree = new CableTree(false);
            tree.add(0, -1, 0, "soma", CableTree.cylinders(18, 18 + c * 0.3, 1, 100));
            tree.add(1, 0, 0.5, "dend", CableTree.cylinders(150 + 10 * c, 2, 3 + c % 4, 100));
            tree.add(2, 1, 1, "dend", CableTree.cylinders(90, 1.2, 3, 100));
            tree.add(3, 1, 1, "dend", CableTree.cylinders(70, 1.1, 2 + c % 3, 100));
            shapes.add(tree.build());
            network.cell(100 - c, shapes.get(c), model(c), 0, -20);
        }
        for (int c = 0; c < CELLS; c++) {
            for (int k = 0; k < 9; k++) {
                int node = shapes.get(c).compartmentAt(1 + k % 3, 0.1 * k);
                int synapse = network.synapse(c, node, type(k));
                network.connect((c + CELLS - 1) % CELLS, synapse, 0.8 + 0.1 * k, 0.004);
                network.events(synapse, new double[] {2 + c, 2.01 + c, 14 + k}, 0.003);
            }
            network.current(c, 0, 5, 20, 0.2 + 0.05 * c);
        }
        var cells = new int[CELLS];
        for (int c = 0; c < CELLS; c++) {
            cells[c] = c;
        }
        network.record(Variable.VOLTAGE, cells, new int[CELLS], 0.1);
        network.record(Variable.VOLTAGE, cells, cells.clone(), 0.5);
        return network.build();
    }

    private static SynapseType type(int k) {
        return switch (k % 4) {
            case 0 -> new SynapseType.SynE(0.2, 1.74, 0.29, 43, 0, 0.7, 1, 0.062, 3.57, new Release(0.5, 671, 17));
            case 1 -> new SynapseType.SynI(0.2, 8.3, -80, new Release(0.25, 706, 21));
            case 2 -> new SynapseType.ExpSyn(2, 0);
            default -> new SynapseType.Exp2Syn(0.5, 3, 0);
        };
    }

    private static CellModel model(int c) {
        if (c % 4 == 3) {
            var hh = Membrane.of(1).with(Mechanism.hh, "gl_S_cm2", 3e-4);
            return new CellModel(Map.of("soma", hh, "dend", hh), Ions.cortical());
        }
        var dend = Membrane.of(2).with(Mechanism.pas, "g_S_cm2", 5e-5).with(Mechanism.Ih, "gbar_S_cm2", 1e-4);
        var soma = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 5e-5);
        double[] g = {0.3, 0.001, 0.01, 0.1, 0.3, 1e-4, 1e-3, 5e-4, 5e-4, 3e-5, 0.01};
        Mechanism[] all = {
            Mechanism.NaTg,
            Mechanism.Nap,
            Mechanism.K_T,
            Mechanism.K_P,
            Mechanism.Kv31,
            Mechanism.Im,
            Mechanism.Kd,
            Mechanism.Ca_HVA,
            Mechanism.Ca_LVA,
            Mechanism.Ih,
            Mechanism.SK
        };
        for (int m = 0; m < all.length; m++) {
            soma = soma.with(all[m], "gbar_S_cm2", g[m]);
        }
        return new CellModel(
                Map.of("soma", soma.with(Mechanism.CaDyn, "gamma_1", 0.05), "dend", dend), Ions.cortical());
    }
}
