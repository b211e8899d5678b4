package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Manifest;
import io.grpc.ManagedChannel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Twenty studies at once at one gateway: ten of their own, ten the same. */
final class TwentyStudies {
    private static final int STUDIES = 20;
    private static final int OWN = 10;

    private final List<SmallStudy> studies = new ArrayList<>();
    private final Map<String, List<String>> found = new HashMap<>();

    /** Runs them; each from its own thread, all begun together. */
    List<SmallStudy> run(ManagedChannel channel, long firstSeed) throws InterruptedException, ExecutionException {
        long begun_ns = System.nanoTime();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<SmallStudy>>();
            for (int i = 0; i < STUDIES; i++) {
                long seed = firstSeed + (i < OWN ? i : OWN);
                running.add(threads.submit(() -> new SmallStudy(channel, seed).run(begun_ns)));
            }
            for (var study : running) {
                studies.add(study.get());
            }
        }
        return studies;
    }

    /** Lines of the report: who was ready when. */
    List<String> fairness() {
        double[] ends = studies.stream().mapToDouble(s -> s.ready_s().get("sim")).sorted().toArray();
        var lines = new ArrayList<String>();
        lines.add("finished after %.0f s (first), %.0f s (median), %.0f s (last)"
                .formatted(ends[0], ends[ends.length / 2], ends[ends.length - 1]));
        for (var stage : List.of("placement", "synthesis", "connectome", "sim")) {
            double[] times = studies.stream().mapToDouble(s -> s.ready_s().get(stage)).sorted().toArray();
            lines.add("%s ready from %.0f s to %.0f s; order of the studies %s"
                    .formatted(stage, times[0], times[times.length - 1], order(stage)));
        }
        double first = ends[0];
        lines.add("when the first study was finished, the others had these stages of %d ready: %s"
                .formatted(SmallStudy.STAGES, studies.stream().map(s -> s.ready_s().values().stream()
                        .filter(t -> t <= first)
                        .count()).toList()));
        return lines;
    }

    private String order(String stage) {
        return String.join(
                " ",
                IntStream.range(0, studies.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> studies.get(i).ready_s().get(stage)))
                        .map(String::valueOf)
                        .toList());
    }

    /** Notes what the busy household has, row hashes and checksums of all parts. */
    void note(Household busy) {
        try (var there = Fabric.connect(busy.kafka(), new FabricOptions((short) 1, busy.keys()))) {
            studies.forEach(study -> study.ids().values().forEach(id -> found.computeIfAbsent(id, _ -> sums(there.datasets().manifest(new DatasetId(id))))));
        }
    }

    /**
     * Compares with the same studies run one after another by a household that has nothing yet.
     *
     * @return what differs; empty where nothing does
     */
    List<String> differences(Household quiet, ManagedChannel channel) {
        var differences = new ArrayList<String>();
        Map<Long, Map<String, String>> alone = new HashMap<>();
        try (var here = Fabric.connect(quiet.kafka(), new FabricOptions((short) 1, quiet.keys()))) {
            for (var study : studies) {
                var expected = alone.computeIfAbsent(
                        study.seed(), seed -> new SmallStudy(channel, seed).run(System.nanoTime()).ids());
                if (!study.ids().equals(expected)) {
                    differences.add("seed %d: %s instead of %s".formatted(study.seed(), study.ids(), expected));
                    continue;
                }
                expected.forEach((stage, id) -> {
                    if (!sums(here.datasets().manifest(new DatasetId(id))).equals(found.get(id))) {
                        differences.add("seed %d: other rows in %s".formatted(study.seed(), stage));
                    }
                });
            }
        }
        return differences;
    }

    private static List<String> sums(Manifest manifest) {
        var sums = new ArrayList<String>(List.of(new TreeMap<>(manifest.rowHash()).toString()));
        manifest.chunks().stream()
                .flatMap(chunk -> chunk.parts().stream())
                .forEach(part -> sums.add(part.table() + " " + part.sha256()));
        return sums;
    }
}
