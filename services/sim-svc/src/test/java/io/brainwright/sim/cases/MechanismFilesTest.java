package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.solver.Backend;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mechanism files of a case against NEURON: golden/mechanism-files and golden/published-models, SOURCE.md. */
class MechanismFilesTest {
    @ParameterizedTest
    @ValueSource(strings = {"mechanism-files", "published-models"})
    void javaFollowsNeuron(String folder) {
        var report = CaseCheck.run(file(folder), Backend.JAVA);
        assertThat(report.passed()).as(report.table()).isTrue();
    }

    private static Path file(String folder) {
        return Path.of("src/test/resources/golden", folder, "case.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mechanism-files", "published-models"})
    void openClFollowsNeuron(String folder) {
        CaseCheckTest.needsADevice();
        var report = CaseCheck.run(file(folder), Backend.OPENCL);
        assertThat(report.passed()).as(report.table()).isTrue();
    }
}
