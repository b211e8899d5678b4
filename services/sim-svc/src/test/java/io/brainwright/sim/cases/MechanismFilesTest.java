package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.solver.Backend;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Mechanism files of a case against NEURON: golden/mechanism-files/SOURCE.md. */
class MechanismFilesTest {
    private static final Path CASE = Path.of("src/test/resources/golden/mechanism-files/case.json");

    @Test
    void javaFollowsNeuron() {
        var report = CaseCheck.run(CASE, Backend.JAVA);
        assertThat(report.passed()).as(report.table()).isTrue();
    }

    @Test
    void openClFollowsNeuron() {
        CaseCheckTest.needsADevice();
        var report = CaseCheck.run(CASE, Backend.OPENCL);
        assertThat(report.passed()).as(report.table()).isTrue();
    }
}
