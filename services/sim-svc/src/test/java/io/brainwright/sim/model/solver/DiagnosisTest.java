package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.neuro.problem.Problem;
import io.brainwright.sim.model.cell.CableTree;
import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.network.Network;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.nmodl.Nmodl;
import io.brainwright.sim.model.synapse.SynapseType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A voltage that leaves the range of a membrane is told with its cell, section, time and mechanism. */
class DiagnosisTest {
    private static final Membrane LEAK = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4);
    /** Divides 0 by 0 from 3 ms on. */
    private static final Mechanism BROKEN = Nmodl.read("broken.mod", """
            NEURON { SUFFIX broken  NONSPECIFIC_CURRENT i  RANGE g }
            PARAMETER { g = 0.0001 (S/cm2) }
            ASSIGNED { v (mV) i (mA/cm2) t (ms) share }
            BREAKPOINT {
              share = 1
              if (t > 3) { share = (v - v) / (v - v) }
              i = g * share * (v + 70)
            }
            """);

    @ParameterizedTest
    @EnumSource(
            value = Backend.class,
            names = {"AUTO", "JAVA"})
    void theMechanismThatDividesZeroByZeroIsNamedWithItsPlaceAndTime(Backend backend) {
        assertThatThrownBy(() -> Simulation.run(broken(), backend, 1, new Observer() {}))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.reason()).isEqualTo("VOLTAGE_OUT_OF_RANGE");
                    assertThat(p.facts())
                            .containsEntry("gid", "42")
                            .containsEntry("section", "5")
                            .containsEntry("mechanism", "broken");
                    assertThat(Double.parseDouble(p.facts().getOrDefault("t_ms", "0")))
                            .isBetween(3.0, 3.06);
                    assertThat(p.sentence()).contains("cell 42, section 5", "of broken is NaN");
                });
    }

    @Test
    void aCurrentThatIsFarTooLargeIsTold() {
        var network = cells();
        network.current(1, 0, 1, 1, 1e6);
        assertThatThrownBy(() -> Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {}))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.facts()).containsEntry("gid", "42").containsEntry("section", "0");
                    assertThat(p.sentence()).contains("what is injected there is 1.000e+06 nA", "1.025 ms");
                });
    }

    private static Network broken() {
        return cells().build();
    }

    private static NetworkBuilder cells() {
        var network = new NetworkBuilder(new Network.Run(0.025, 10, 34, -70));
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        tree.add(5, 0, 1, "dend", CableTree.cylinders(100, 2, 3, 100));
        tree.add(
                6,
                0,
                1,
                "apic",
                CableTree.cylinders(100, 2, 3, 100)); // comes before "dend" in a block, and after it here
        var shape = tree.build();
        var whole = new CellModel(Map.of("soma", LEAK, "dend", LEAK, "apic", LEAK), Ions.cortical());
        var sick = new CellModel(
                Map.of("soma", LEAK, "dend", LEAK.with(BROKEN, "g", 1e-4), "apic", LEAK), Ions.cortical());
        network.cell(41, shape, whole, 0, -60);
        network.cell(42, shape, sick, 0, -20);
        int synapse = network.synapse(1, 0, new SynapseType.ExpSyn(2, 0));
        network.connect(0, synapse, 1, 0.001);
        network.current(0, 0, 0.5, 5, 0.1);
        return network;
    }
}
