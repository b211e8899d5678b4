package io.brainwright.sim.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.solver.Backend;
import io.brainwright.sim.model.solver.Simulation;
import io.brainwright.testkit.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every case of the reference, whatever files there are. Those that take minutes run only with {@code -Dsim.cases=all}, which
 * .ci/run sets.
 */
class CaseCheckTest {
    private static final Set<String> SLOW =
            Set.of("rallpack3", "morph_active", "fI_hh_soma", "hh-ring-256", "cortical-32", "cortical-8");

    static Stream<Path> everyCase() {
        var root = Reference.path("sim");
        try (var files = Files.walk(root)) {
            return files
                    .filter(f -> f.getFileName().toString().endsWith("case.json"))
                    .filter(f -> System.getProperty("sim.cases", "fast").equals("all") || !SLOW.contains(name(f)))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path file) {
        var own = file.getFileName().toString();
        return own.equals("case.json")
                ? java.util.Objects.requireNonNull(file.getParent())
                        .getFileName()
                        .toString()
                : own.replace(".case.json", "");
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void javaStaysWithinEveryTolerance(Path file) {
        var report = CaseCheck.run(file, Backend.JAVA);
        assertThat(report.passed()).as(report.table()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("everyCase")
    void openClStaysWithinEveryTolerance(Path file) {
        needsADevice();
        var report = CaseCheck.run(file, Backend.OPENCL);
        assertThat(report.passed()).as(report.table()).isTrue();
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
