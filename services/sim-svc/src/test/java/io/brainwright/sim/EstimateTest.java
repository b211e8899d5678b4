package io.brainwright.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.run.RunOptions;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code sim run FILE --estimate}. */
class EstimateTest {
    @TempDir
    private Path folder;

    @Test
    void aCaseIsCountedAndItsRateMeasuredHere() {
        var file = Reference.path("sim/bench/cortical-8.case.json");
        var options = RunOptions.plain(Backend.JAVA, 1, null, _ -> {});
        var forecast = Experiments.estimate(file, options).get(0);
        assertThat(forecast.cells()).isEqualTo(8);
        assertThat(forecast.compartments()).isEqualTo(8 * 284);
        assertThat(forecast.synapses()).isEqualTo(8 * 500);
        assertThat(forecast.compartment_steps_per_s()).isBetween(1e5, 1e9);
        assertThat(forecast.seconds())
                .isEqualTo(forecast.compartments() * (double) forecast.steps() / forecast.compartment_steps_per_s());
        assertThat(forecast.memory_bytes()).isBetween(8 * 284 * 300.0, 8 * 284 * 10_000.0);
        assertThat(forecast.fits()).isTrue();
        assertThat(forecast.text()).contains("8 cells", "2272 compartments", "expected", "measured just now");
    }

    @Test
    void aRunOfASonataCircuitIsCountedWithItsReports() throws IOException {
        var circuit = Reference.path("sonata/nbs1-n10/circuit_config.json").toAbsolutePath();
        var config = Files.writeString(folder.resolve("simulation_config.json"), """
                {"network": "%s", "node_set": "All", "run": {"tstop": 12, "dt": 0.025, "random_seed": 1},
                 "reports": {"soma": {"type": "compartment", "variable_name": "v", "dt": 0.1, "start_time": 0, "end_time": 12}}}
                """.formatted(circuit));
        var forecast = Experiments.estimate(config, RunOptions.plain(Backend.JAVA, 2, null, _ -> {}))
                .get(0);
        assertThat(forecast.cells()).isEqualTo(10);
        assertThat(forecast.output_bytes()).isEqualTo(120 * 10 * 4);
        assertThat(SimMain.run("run", config.toString(), "--estimate", "--json"))
                .isZero();
        assertThat(folder.resolve("output")).doesNotExist();
    }
}
