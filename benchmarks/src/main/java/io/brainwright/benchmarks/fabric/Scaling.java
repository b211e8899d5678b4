package io.brainwright.benchmarks.fabric;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * How much of a second machine's work a second worker does: one build with two worker processes of one thread, beside two processes
 * that know nothing of each other and build half of it each, broker included.
 */
final class Scaling {
    static final String WORKER = "worker";
    static final String ALONE = "alone";
    private static final String READY = "ready";

    private Scaling() {}

    static String run(int rounds, int chunks) throws Exception {
        var one = new ArrayList<Double>();
        var two = new ArrayList<Double>();
        var apart = new ArrayList<Double>();
        var share = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            one.add(together(1, chunks / 2));
            two.add(together(2, chunks));
            apart.add(apart(chunks / 2));
            share.add(apart.getLast() / two.getLast());
            System.err.printf(
                    "round %d: one %.1f s, two %.1f s, apart %.1f s%n",
                    round + 1, one.getLast(), two.getLast(), apart.getLast());
        }
        return """
                %d chunks, %d rounds, medians: one worker, half of the chunks %.1f s; two workers, all chunks %.1f s; two processes apart, half each %.1f s
                share of two independent processes: %.2f
                """.formatted(chunks, rounds, Medians.of(one), Medians.of(two), Medians.of(apart), Medians.of(share));
    }

    /** A process that takes tasks until its input ends. */
    static void worker(String bootstrap) throws IOException {
        try (var fabric = Fabric.connect(bootstrap, FabricOptions.standard())) {
            fabric.work(List.of(new HardWork()), 1);
            System.out.println(READY);
            waitForLine();
        }
    }

    /** A process with a broker of its own, which builds when it is told to. */
    static void alone(int chunks) throws IOException {
        try (var broker = EmbeddedBroker.start(Files.createTempDirectory("brainwright-fabric"), 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(new HardWork()), 1);
            fabric.builds().build(new HardWork(), SynapseRows.request("ready", 2), _ -> {});
            System.out.println(READY);
            waitForLine();
            long started = System.nanoTime();
            fabric.builds().build(new HardWork(), SynapseRows.request("alone", chunks), _ -> {});
            System.out.println(Medians.seconds(started));
        }
    }

    private static double together(int workers, int chunks) throws Exception {
        try (var broker = EmbeddedBroker.start(Files.createTempDirectory("brainwright-fabric"), 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            var processes = new ArrayList<Process>();
            for (int i = 0; i < workers; i++) {
                processes.add(start(WORKER, broker.bootstrap()));
            }
            try {
                for (var process : processes) {
                    expect(process.inputReader());
                }
                var stage = new HardWork();
                fabric.builds().build(stage, SynapseRows.request("ready", 8 * workers), _ -> {});
                long started = System.nanoTime();
                fabric.builds().build(stage, SynapseRows.request("together", chunks), _ -> {});
                return Medians.seconds(started);
            } finally {
                processes.forEach(Process::destroy);
            }
        }
    }

    private static double apart(int chunks) throws Exception {
        var processes = List.of(start(ALONE, String.valueOf(chunks)), start(ALONE, String.valueOf(chunks)));
        try {
            for (var process : processes) {
                expect(process.inputReader());
            }
            for (var process : processes) {
                process.outputWriter(StandardCharsets.UTF_8).append("go\n").flush();
            }
            double longest = 0;
            for (var process : processes) {
                longest = Math.max(
                        longest, Double.parseDouble(process.inputReader().readLine()));
            }
            return longest;
        } finally {
            processes.forEach(Process::destroy);
        }
    }

    private static Process start(String... arguments) throws IOException {
        var java = ProcessHandle.current().info().command().orElse("java");
        var words = Stream.concat(
                        Stream.of(
                                java,
                                "-Xmx1g",
                                "-XX:+UseParallelGC",
                                "--enable-native-access=ALL-UNNAMED",
                                "--sun-misc-unsafe-memory-access=allow",
                                "--add-opens=java.base/java.nio=ALL-UNNAMED",
                                "-cp",
                                System.getProperty("java.class.path"),
                                FabricBenchmark.class.getName()),
                        Arrays.stream(arguments))
                .toList();
        return new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static void expect(BufferedReader from) throws IOException {
        for (var line = from.readLine(); !READY.equals(line); line = from.readLine()) {
            if (line == null) {
                throw new IOException("a process of the benchmark ended early");
            }
        }
    }

    private static void waitForLine() throws IOException {
        int c = System.in.read();
        while (c >= 0 && c != '\n') {
            c = System.in.read();
        }
    }
}
