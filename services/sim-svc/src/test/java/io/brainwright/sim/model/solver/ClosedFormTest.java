package io.brainwright.sim.model.solver;

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
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClosedFormTest {
    private static final double G_S_cm2 = 1e-4;

    @Test
    void aPassiveSomaDecaysAsImplicitEulerSays() {
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        var shape = tree.build();
        double dt_ms = 0.025;
        var network = new NetworkBuilder(new Network.Run(dt_ms, 10, 20, -60));
        network.cell(0, shape, passive(), -1, 0);
        network.record(Variable.VOLTAGE, new int[] {0}, new int[] {0}, dt_ms);
        double tau_ms = 1e-3 / G_S_cm2; // cm / g = 1 uF/cm2 / (1e-4 S/cm2) = 10 ms
        Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                double exact = -70 + 10 * StrictMath.pow(1 / (1 + dt_ms / tau_ms), (double) frame);
                assertThat(values[0]).isCloseTo(exact, within(1e-11));
            }
        });
    }

    /** V = (g e + G E) / (g + G); G a conductance from outside, g the leak. */
    @Test
    void aConductanceFromOutsidePullsTowardsItsReversal() {
        var tree = new CableTree(false);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(20, 20, 1, 100));
        var shape = tree.build();
        var network = new NetworkBuilder(new Network.Run(0.1, 200, 20, -70));
        network.cell(0, shape, passive(), -1, 0);
        double leak_uS = 1e-2 * shape.area_um2(0) * G_S_cm2; // um2 S/cm2 = 1e-2 uS
        double outside_uS = 3 * leak_uS;
        var values_uS = new double[2000];
        java.util.Arrays.fill(values_uS, outside_uS);
        network.stimulus(new Network.Conductance(0, 0, 0, 0.1, values_uS, -10));
        network.record(Variable.VOLTAGE, new int[] {0}, new int[] {0}, 200);
        var last = new double[1];
        Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                last[0] = values[0];
            }
        });
        assertThat(last[0]).isCloseTo((-70 + 3 * -10) / 4.0, within(1e-9));
    }

    @Test
    void aLongCableFallsByOneOverEPerLengthConstant() {
        var tree = new CableTree(true);
        tree.add(0, -1, 0, "soma", CableTree.cylinders(8000, 2, 1601, 100));
        var shape = tree.build();
        // lambda = sqrt(d / (4 Ra g)) = sqrt(2e-4 cm / (4 * 100 ohm cm * 1e-4 S/cm2)) = 0.0707 cm
        double lambda_um = 1e4 * Math.sqrt(2e-4 / (4 * 100 * G_S_cm2));
        var network = new NetworkBuilder(new Network.Run(0.5, 200, 20, -70));
        network.cell(0, shape, passive(), -1, 0);
        network.current(0, shape.locate(0, 0), 0, 1e9, 0.01);
        int near = shape.locate(0, 0.01);
        int far = shape.locate(0, 0.2);
        network.record(Variable.VOLTAGE, new int[] {0, 0}, new int[] {near, far}, 200);
        var last = new double[2];
        Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                System.arraycopy(values, 0, last, 0, 2);
            }
        });
        double distance_um = 8000 * (shape.x(far) - shape.x(near));
        double ratio = (last[1] + 70) / (last[0] + 70);
        assertThat(Math.log(ratio)).isCloseTo(-distance_um / lambda_um, within(1e-3));
    }

    @Test
    void aDualExponentialPeaksAtOne() {
        double peak = SynapseTable.peakOfDifference(0.2, 1.74);
        double best = 0;
        for (double t = 0; t < 5; t += 1e-4) {
            best = Math.max(best, (StrictMath.exp(-t / 1.74) - StrictMath.exp(-t / 0.2)) / peak);
        }
        assertThat(best).isCloseTo(1, within(1e-7));
    }

    private static CellModel passive() {
        var membrane = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", G_S_cm2).with(Mechanism.pas, "e_mV", -70);
        return new CellModel(Map.of("soma", membrane), Ions.cortical());
    }
}
