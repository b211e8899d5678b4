package io.brainwright.benchmarks.anatomy;

import io.brainwright.placement.model.rules.CellScores;
import io.brainwright.placement.model.rules.LayerProfile;
import io.brainwright.placement.model.rules.RuleFiles;
import io.brainwright.placement.model.rules.ScaleBias;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Question: how many placement scores a CPU second, beside placement-algorithm?
 * Answer: benchmarks/results/anatomy.md. Called by {@code benchmarks/peers/placement_scores.py}, which times the peer on the same files.
 */
public final class ScoresBenchmark {
    private static final List<String> LAYERS = List.of("1", "2", "3", "4", "5", "6");

    private ScoresBenchmark() {}

    /** Arguments: RULES.xml, folder of annotations, file of profiles, m-type, passes over all of them, file for the scores. */
    public static void main(String[] args) throws IOException {
        var rules = RuleFiles.rules(Path.of(args[0])).of(args[3]);
        List<Path> files;
        try (var all = Files.list(Path.of(args[1]))) {
            files = all.filter(f -> f.toString().endsWith(".xml")).sorted().toList();
        }
        var scores = new CellScores(rules, files.stream().map(RuleFiles::annotations).toList());
        var profiles = new ArrayList<LayerProfile>();
        for (var line : Files.readAllLines(Path.of(args[2]))) {
            double[] n = Arrays.stream(line.strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            profiles.add(new LayerProfile(LAYERS, n[0], Arrays.copyOfRange(n, 1, n.length)));
        }
        var score = new double[files.size()];
        var out = new StringBuilder();
        for (var profile : profiles) {
            scores.at(profile, 1, ScaleBias.LINEAR, score);
            Arrays.stream(score).forEach(s -> out.append(s).append('\n'));
        }
        Files.writeString(Path.of(args[5]), out);
        int passes = Integer.parseInt(args[4]);
        double sum = 0;
        long start = 0;
        var clock = ManagementFactory.getThreadMXBean();
        for (int pass = -passes / 10; pass < passes; pass++) {
            if (pass == 0) {
                start = clock.getCurrentThreadCpuTime();
            }
            for (var profile : profiles) {
                scores.at(profile, 1, ScaleBias.LINEAR, score);
                sum += score[pass & 1];
            }
        }
        double cpu_s = (clock.getCurrentThreadCpuTime() - start) / 1e9;
        System.out.printf(
                Locale.ROOT,
                "{\"scores\": %d, \"cpu_s\": %.6f, \"sum\": %.6f}%n",
                (long) passes * profiles.size() * files.size(),
                cpu_s,
                sum);
    }
}
