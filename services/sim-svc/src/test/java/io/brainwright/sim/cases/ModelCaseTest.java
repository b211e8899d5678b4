package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.morphology.io.MorphologyFile;
import io.brainwright.sim.SimMain;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.emodel.ElectricalModels;
import io.brainwright.sim.model.network.Network.Run;
import io.brainwright.sim.model.network.NetworkBuilder;
import io.brainwright.sim.model.network.Variable;
import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Observer;
import io.brainwright.sim.model.solver.Simulation;
import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sim emodel}. */
class ModelCaseTest {
    @TempDir
    private Path folder;

    @Test
    void theCaseIsTheModelOnItsMorphology() {
        var swc = folder.resolve("pyramid.swc"); // branches begin as thick as their parents end
        MorphologyFile.write(Cells.pyramid(), swc);
        var file = folder.resolve("case.json");
        assertThat(SimMain.run(
                        "emodel",
                        "cADpyr",
                        "--layer",
                        "5",
                        "--morphology",
                        swc.toString(),
                        "--amplitude",
                        "0.4",
                        "--amplitude",
                        "-0.05",
                        "--duration",
                        "50",
                        "--out",
                        file.toString()))
                .isZero();
        var summaries = CaseExperiment.run(file, Backend.JAVA, 1, folder.resolve("out"), _ -> {});
        assertThat(summaries).extracting("variant").containsExactly("0.4nA", "-0.05nA");
        assertThat(summaries.get(0).spikes()).isPositive();
        assertThat(summaries.get(1).spikes()).isZero();

        var v = Csv.read(folder.resolve("out/0.4nA/traces.csv")).column("soma");
        var model = ElectricalModels.open().of("cADpyr", 5);
        var shape = model.compartments(MorphologyFile.read(swc));
        var network = new NetworkBuilder(new Run(0.025, 350, 34, -76));
        network.cell(0, shape, model.membrane(), shape.compartmentAt(0, 0.5), -20);
        network.current(0, shape.compartmentAt(0, 0.5), 200, 50, 0.4);
        network.record(Variable.VOLTAGE, new int[] {0}, new int[] {shape.compartmentAt(0, 0.5)}, 0.025);
        var direct = new ArrayList<Double>();
        Simulation.run(network.build(), Backend.JAVA, 1, new Observer() {
            @Override
            public void frame(int recording, long frame, double t_ms, double[] values) {
                direct.add(values[0]);
            }
        });
        assertThat(v).hasSize(direct.size());
        for (int k = 0; k < v.length; k++) {
            assertThat(v[k]).isCloseTo(direct.get(k), within(1e-3));
        }
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(SimMain.run("emodel", "cAC")).isEqualTo(2);
        assertThat(SimMain.run(
                        "emodel",
                        "xYZ",
                        "--morphology",
                        "a.swc",
                        "--amplitude",
                        "1",
                        "--out",
                        folder.resolve("c").toString()))
                .isEqualTo(2);
        assertThat(SimMain.run("emodel", "cAC", "--morphology", "a.swc", "--amplitude", "one"))
                .isEqualTo(2);
    }
}
