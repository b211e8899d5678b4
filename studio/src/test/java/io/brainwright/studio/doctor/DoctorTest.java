package io.brainwright.studio.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.studio.Platform;
import io.brainwright.studio.doctor.Finding.State;
import io.grpc.Status;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorTest {
    @TempDir
    private Path workspace;

    @Test
    void aHealthyInstallationHasNoFaults() {
        var findings = new Doctor(workspace, () -> Platform.start(workspace, 0, 0), "", true).findings();
        assertThat(findings).noneMatch(f -> f.state() == State.FAULT);
        assertThat(findings)
                .extracting(Finding::what)
                .contains("java", "heap", "movies", "disk free", "platform", "broker", "atlas", "render", "datasets");
    }

    @Test
    void saysWhichFileIsWrongAndWhere() throws IOException {
        Files.writeString(workspace.resolve("brainwright.yaml"), "brainwright:\n  workers: 2\n\t bad: 1\n");
        Files.createDirectories(workspace.resolve("agents"));
        Files.writeString(workspace.resolve("agents/broken.md"), "---\nname: broken\ndescripton: x\n---\nI.\n");
        var findings = MachineChecks.all(workspace, "http://127.0.0.1:" + portWhereNobodyListens());
        assertThat(named(findings, "settings").state()).isEqualTo(State.FAULT);
        assertThat(named(findings, "settings").said())
                .contains("brainwright.yaml")
                .contains("line 3");
        assertThat(named(findings, "experts").said()).contains("broken.md");
        assertThat(named(findings, "watched by").state()).isEqualTo(State.NOTE);
        assertThat(findings)
                .filteredOn(f -> f.state() != State.OK)
                .allSatisfy(f -> assertThat(f.advice()).isNotBlank());
    }

    @Test
    void aWorkspaceThatAnotherProcessHoldsAndOneThatIsNoFolder() throws IOException {
        try (var holder = Platform.start(workspace, 0, 0)) {
            assertThat(holder.part(Datasets.class)).isNotNull();
            var findings = new Doctor(workspace, () -> Platform.start(workspace, 0, 0), "", false).findings();
            assertThat(named(findings, "platform").state()).isEqualTo(State.FAULT);
            assertThat(named(findings, "platform").said()).contains("process");
        }
        var file = Files.writeString(workspace.resolve("file"), "x");
        assertThat(named(MachineChecks.all(file, ""), "workspace").state()).isEqualTo(State.FAULT);
    }

    @Test
    void aServiceThatIsAwayIsAFaultAndOneThatRefusesIsNot() {
        var away = PlatformChecks.service("sim", _ -> {
            throw Status.UNAVAILABLE.withDescription("connection refused").asRuntimeException();
        });
        assertThat(away.state()).isEqualTo(State.FAULT);
        assertThat(away.said()).contains("connection refused");
        var refuses = PlatformChecks.service("sim", _ -> {
            throw Status.INVALID_ARGUMENT.asRuntimeException();
        });
        assertThat(refuses.state()).isEqualTo(State.OK);
    }

    private static int portWhereNobodyListens() throws IOException {
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return closed.getLocalPort();
        }
    }

    private static Finding named(List<Finding> findings, String what) {
        return findings.stream().filter(f -> f.what().equals(what)).findFirst().orElseThrow();
    }
}
