package io.brainwright.sim.model.solver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A driver is loaded once per process, so each way of loading it has a process of its own. */
@EnabledOnOs({OS.LINUX, OS.MAC})
@Timeout(120)
class SignalHandlersTest {
    /** Loads the drivers, and says whether Java's handlers are where they were. */
    static final class Loading {
        public static void main(String[] args) {
            var before = SignalHandlers.now();
            var found = OpenClDevices.search();
            System.out.printf("%d devices%n", found.found().size());
            System.out.println(before.equals(SignalHandlers.now()) ? "kept" : "lost");
        }
    }

    @Test
    void loadingADriverLeavesJavaItsSignals() throws Exception {
        assertThat(said()).contains("kept");
    }

    private static String said() throws IOException, InterruptedException {
        var java = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName())
                .redirectErrorStream(true)
                .start();
        try (var out = java.getInputStream()) {
            var said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(java.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(java.exitValue()).as(said).isZero();
            return said;
        }
    }
}
