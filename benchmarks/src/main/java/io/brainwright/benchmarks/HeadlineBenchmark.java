package io.brainwright.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Question: how long does one sentence take to become spikes, stage by stage, and how much memory does it need?
 *
 * <p>Answer: benchmarks/results/headline.md (table, machine, versions). Run it in the folder of the sources:
 *
 * <pre>{@code java -cp benchmarks/target/benchmarks.jar io.brainwright.benchmarks.HeadlineBenchmark 3}</pre>
 *
 * Each round is a fresh process on a fresh workspace; memory is the peak of the summed proportional set size of the process
 * and its children, sampled twice a second.
 */
public final class HeadlineBenchmark {
    private static final String REQUEST =
            "Take 300 neurons from a 150 µm wide column of rat S1HL, stimulate layer 4 at 50 ms"
                    + " and show me the activity for 200 ms";

    private HeadlineBenchmark() {}

    private record Round(double plan_s, double wall_s, double pss_MiB, Map<String, Double> stages_s) {}

    public static void main(String[] args) throws Exception {
        int rounds = args.length > 0 ? Integer.parseInt(args[0]) : 3;
        var all = new ArrayList<Round>();
        for (int i = 0; i < rounds; i++) {
            var round = run();
            System.err.printf("round %d: %.1f s, %.0f MiB%n", i + 1, round.wall_s, round.pss_MiB);
            all.add(round);
        }
        System.out.print(table(all));
    }

    private static Round run() throws IOException, InterruptedException {
        var workspace = Files.createTempDirectory("brainwright-benchmark");
        try {
            long started = System.nanoTime();
            var process = new ProcessBuilder(
                            "./brainwright", "ask", REQUEST, "--yes", "--json", "--workspace", workspace.toString())
                    .start();
            var peak = new AtomicLong();
            var sampler = Thread.ofPlatform().daemon().start(() -> sample(process, peak));
            var plan = CompletableFuture.supplyAsync(() -> planShown(process, started));
            var json = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            sampler.interrupt();
            double wall_s = (System.nanoTime() - started) / 1e9;
            if (code != 0) {
                throw new IllegalStateException("brainwright ask ended with " + code + ": " + json);
            }
            return new Round(plan.join(), wall_s, peak.get() / 1024.0, stages(json));
        } finally {
            delete(workspace);
        }
    }

    /** Reads what the scientist reads; tells when the whole plan was on the screen. */
    private static double planShown(Process process, long started) {
        double plan_s = Double.NaN;
        try (var lines = process.errorReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ESTIMATE") && Double.isNaN(plan_s)) {
                    plan_s = (System.nanoTime() - started) / 1e9;
                }
            }
            return plan_s;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, Double> stages(String output) {
        JsonNode result = JsonMapper.shared().readTree(output);
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (var dataset : result.path("datasets")) {
            seconds.merge(
                    dataset.path("stage").asString(), dataset.path("seconds").asDouble(), Double::sum);
        }
        return seconds;
    }

    private static void sample(Process process, AtomicLong peak) {
        while (process.isAlive()) {
            long sum = pss_KiB(process.toHandle());
            for (var child : process.descendants().toList()) {
                sum += pss_KiB(child);
            }
            peak.accumulateAndGet(sum, Math::max);
            try {
                Thread.sleep(500);
            } catch (InterruptedException done) {
                return;
            }
        }
    }

    private static long pss_KiB(ProcessHandle process) {
        try (var lines = Files.lines(Path.of("/proc/" + process.pid() + "/smaps_rollup"))) {
            return lines.filter(l -> l.startsWith("Pss:"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
    }

    private static String table(List<Round> rounds) {
        var names = rounds.stream()
                .flatMap(r -> r.stages_s.keySet().stream())
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
        var text = new StringBuilder("| what | median | all rounds |\n|---|---|---|\n");
        row(text, "plan on the screen, s", rounds.stream().map(Round::plan_s).toList());
        for (var name : names) {
            row(
                    text,
                    name + ", s",
                    rounds.stream().map(r -> r.stages_s.getOrDefault(name, 0.0)).toList());
        }
        row(text, "whole request, s", rounds.stream().map(Round::wall_s).toList());
        row(
                text,
                "peak memory (summed PSS), MiB",
                rounds.stream().map(Round::pss_MiB).toList());
        return text.toString();
    }

    private static void row(StringBuilder text, String what, List<Double> values) {
        var sorted = values.stream().sorted().toList();
        text.append("| %s | %.1f | %s |%n"
                .formatted(
                        what,
                        sorted.get(sorted.size() / 2),
                        values.stream().map("%.1f"::formatted).collect(Collectors.joining(", "))));
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
