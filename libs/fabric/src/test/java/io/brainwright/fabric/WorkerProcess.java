package io.brainwright.fabric;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A worker in a JVM of its own: takes tasks of {@link SlowNumbers} and says "IN THE MIDDLE" on its output. */
final class WorkerProcess {
    private static final String SIGN = "IN THE MIDDLE";

    private WorkerProcess() {}

    public static void main(String[] args) throws InterruptedException {
        var fabric = Fabric.connect(args[0], FabricOptions.standard());
        fabric.work(List.of(new SlowNumbers(Long.parseLong(args[1]), _ -> System.out.println(SIGN))), 1);
        new CountDownLatch(1).await();
    }

    static Process start(String bootstrap, long pause_ms) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx256m",
                        "-XX:TieredStopAtLevel=1",
                        "--add-opens=java.base/java.nio=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkerProcess.class.getName(),
                        bootstrap,
                        String.valueOf(pause_ms))
                .redirectErrorStream(true)
                .start();
    }

    /** Waits until the worker is in the middle of a chunk. */
    static void awaitTheMiddle(Process worker) throws IOException {
        var said = new StringBuilder();
        var lines = new BufferedReader(new InputStreamReader(worker.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.contains(SIGN)) {
                return;
            }
            said.append(line).append('\n');
        }
        throw new AssertionError("the worker ended before it began a chunk: " + said);
    }
}
