package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.testkit.Reference;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CaseCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "hh_soma",
                "ball_and_stick",
                "rallpack1",
                "rallpack2",
                "vclamp_hh",
                "vclamp_channels",
                "gap_pair",
                "channel_gates",
                "calcium_sk"
            })
    void javaStaysWithinEveryTolerance(String name) {
        var report = CaseCheck.run(Reference.path("sim/" + name + "/case.json"), Backend.JAVA);
        assertThat(report.passed()).as(report.table()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hh_soma", "ball_and_stick", "rallpack1", "gap_pair", "calcium_sk"})
    void openClStaysWithinEveryTolerance(String name) {
        needsADevice();
        var report = CaseCheck.run(Reference.path("sim/" + name + "/case.json"), Backend.OPENCL);
        assertThat(report.passed()).as(report.table()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hh-ring-32", "cortical-8"})
    void networksSpikeOnTheReferenceSteps(String name) {
        var report = CaseCheck.run(Reference.path("sim/bench/" + name + ".case.json"), Backend.JAVA);
        assertThat(report.passed()).as(report.table()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"tsodyks_markram", "morph_passive"})
    void whatIsNotJudgedIsNamedAndNeverPassed(String name) {
        var report = CaseCheck.run(Reference.path("sim/" + name + "/case.json"), Backend.JAVA);
        assertThat(report.outcomes()).isNotEmpty().allMatch(CaseReport.Outcome::passed);
        assertThat(report.notSupported()).isNotEmpty();
        assertThat(report.passed()).isFalse();
    }

    static void needsADevice() {
        var devices = Simulation.devices();
        if (devices.stream().noneMatch(d -> d.backend().equals("opencl") && d.available())) {
            assertThat(System.getenv("CI"))
                    .as("no OpenCL device in CI: " + devices)
                    .isNull();
            System.out.println("SKIPPED: no OpenCL device: " + devices);
            Assumptions.abort("no OpenCL device");
        }
    }
}
