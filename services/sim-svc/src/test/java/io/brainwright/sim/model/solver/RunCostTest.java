package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a run needs, told from a few of its cells. */
class RunCostTest {
    @Test
    void memoryGrowsWithTheCells() {
        var few = RunCost.of(cells(100), 1);
        var many = RunCost.of(cells(1000), 1);
        assertThat(many.compartments()).isEqualTo(10 * few.compartments());
        assertThat(many.memory_bytes() / few.memory_bytes()).isCloseTo(10, within(0.5));
        double perCompartment = few.memory_bytes() / few.compartments();
        assertThat(perCompartment).as("some fifteen doubles").isBetween(100.0, 300.0);
    }

    @Test
    void aRunThatDoesNotFitIsRefusedWithWhatWouldFit() {
        var cost = new RunCost(1000, 1_000_000, 0, 0, 8e9, 2e9, 1e6, "");
        assertThatThrownBy(cost::refuseIfTooLarge).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo(Kind.TOO_LARGE);
            assertThat(p.reason()).isEqualTo("RUN_TOO_LARGE");
            assertThat(p.sentence()).contains("About 250 such cells would fit", "-Xmx", "replicas");
        });
        assertThat(new RunCost(10, 10, 0, 0, 1, 2, 1, "").fits()).isTrue();
    }

    /** One shape stands for all, so that the network itself takes little: the run would take some gigabytes. */
    @Test
    void aHugeNetworkIsRefusedBeforeItsStateIsMade() {
        long most = Runtime.getRuntime().maxMemory();
        int cells = (int) (2 * most / (200 * 101));
        assertThatThrownBy(() -> Simulation.run(cells(cells), Backend.JAVA, 1, new Observer() {}))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("RUN_TOO_LARGE"));
    }

    private static Network cells(int count) {
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(1000, 10, 100, 100));
        var shape = tree.build();
        var model = new CellModel(Map.of("soma", Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4)), Ions.cortical());
        var network = new NetworkBuilder(new Network.Run(0.025, 10, 34, -70));
        for (int c = 0; c < count; c++) {
            network.cell(c, shape, model, 0, -20);
        }
        return network.build();
    }
}
