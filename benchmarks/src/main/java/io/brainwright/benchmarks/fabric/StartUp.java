package io.brainwright.benchmarks.fabric;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import org.springframework.util.FileSystemUtils;

/**
 * How long a scientist waits for the plan: from the command to its end on a fresh workspace, everything in one JVM, with the class
 * cache and without.
 */
final class StartUp {
    private static final String REQUEST =
            "Take 300 neurons from a 150 um wide column of rat S1HL, stimulate layer 4 at 50 ms and show me the activity for 200 ms";

    private StartUp() {}

    static String run(int rounds) throws IOException, InterruptedException {
        var cached = new ArrayList<Double>();
        var plain = new ArrayList<Double>();
        plan("");
        for (int round = 0; round < rounds; round++) {
            cached.add(plan(""));
            plain.add(plan("-XX:AOTMode=off"));
            System.err.printf(
                    "round %d: %.1f s, without the cache %.1f s%n", round + 1, cached.getLast(), plain.getLast());
        }
        return "%d rounds, medians: the plan after %.1f s; without the class cache %.1f s%n"
                .formatted(rounds, Medians.of(cached), Medians.of(plain));
    }

    private static double plan(String options) throws IOException, InterruptedException {
        var workspace = Files.createTempDirectory("brainwright-startup");
        try {
            var words = new ProcessBuilder(
                            "./brainwright", "ask", REQUEST, "--dry-run", "--workspace", workspace.toString())
                    .redirectErrorStream(true);
            words.environment().put("BRAINWRIGHT_JAVA_OPTS", options);
            long started = System.nanoTime();
            var process = words.start();
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            double seconds = Medians.seconds(started);
            if (code != 0 || !said.contains("S1HL")) {
                throw new IllegalStateException("exit code %d: %s".formatted(code, said));
            }
            return seconds;
        } finally {
            FileSystemUtils.deleteRecursively(workspace);
        }
    }
}
