package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.cell.CableTree;
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
import org.junit.jupiter.api.Test;

/** One soma with synapses whose release differs but whose conductances decay alike. */
class SynapsePlacesTest {
    private static final SynapseType DEPRESSING = new SynapseType.SynI(0.2, 8.3, -80, new Release(0.25, 706, 21));
    private static final SynapseType FACILITATING = new SynapseType.SynI(0.2, 8.3, -80, new Release(0.02, 194, 507));

    @Test
    void synapsesThatDecayAlikeAtOnePlaceShareARowAndSilentOnesHaveNone() {
        var layout = Layout.ofLanes(network(false), 1);
        assertThat(layout.rowOf[0]).isEqualTo(layout.rowOf[1]).isNotNegative();
        assertThat(layout.rowOf[2]).isEqualTo(-1);
    }

    @Test
    void recordingASynapseShowsItAloneAndChangesNoVoltage() {
        var plain = run(network(false));
        var recorded = run(network(true));
        assertThat(recorded.voltages).isEqualTo(plain.voltages).hasSizeGreaterThan(100);
        double peak = recorded.rises.stream().mapToDouble(x -> x).max().orElseThrow();
        double jump =
                0.25 * 0.002 / SynapseTable.peakOfDifference(0.2, 8.3); // its first release alone, of weight 0.002 uS
        assertThat(peak).isCloseTo(jump * StrictMath.exp(-0.025 / 0.2), org.assertj.core.data.Offset.offset(1e-12));
    }

    private static final class Seen implements Observer {
        final List<Double> voltages = new ArrayList<>();
        final List<Double> rises = new ArrayList<>();

        @Override
        public void frame(int recording, long frame, double t_ms, double[] values) {
            (recording == 0 ? voltages : rises).add(values[0]);
        }
    }

    private static Seen run(Network network) {
        var seen = new Seen();
        Simulation.run(network, Backend.JAVA, 1, seen);
        return seen;
    }

    private static Network network(boolean recorded) {
        var network = new NetworkBuilder(new Network.Run(0.025, 20, 34, -70));
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(18, 18, 1, 100));
        var pas = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 5e-5);
        network.cell(0, tree.build(), new CellModel(Map.of("soma", pas), Ions.cortical()), 0, -20);
        int a = network.synapse(0, 0, DEPRESSING);
        int b = network.synapse(0, 0, FACILITATING);
        int silent = network.synapse(0, 0, DEPRESSING);
        network.events(a, new double[] {2}, 0.002);
        network.events(b, new double[] {2, 9}, 0.003);
        network.events(silent, new double[] {2, 9}, 0);
        network.record(Variable.VOLTAGE, new int[] {0}, new int[] {0}, 0.025);
        if (recorded) {
            network.record(new Variable.Exponential(a, 0), new int[] {0}, new int[] {0}, 0.025);
        }
        return network.build();
    }
}
