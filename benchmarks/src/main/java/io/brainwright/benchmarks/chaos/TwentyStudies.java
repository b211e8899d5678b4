package io.brainwright.benchmarks.chaos;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.studio.Platform;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Twenty studies at once at one gateway: ten of their own, ten the same. */
final class TwentyStudies {
    private static final int STUDIES = 20;
    private static final int OWN = 10;

    private final List<SmallStudy> studies = new ArrayList<>();

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
        double[] ends = studies.stream()
                .mapToDouble(s -> s.ready_s().get("sim"))
                .sorted()
                .toArray();
        var lines = new ArrayList<String>();
        lines.add("finished after (s): %s"
                .formatted(Arrays.stream(ends).mapToObj("%.0f"::formatted).collect(Collectors.joining(" "))));
        for (var stage : List.of("placement", "synthesis", "connectome", "sim")) {
            double[] times = studies.stream()
                    .mapToDouble(s -> s.ready_s().get(stage))
                    .sorted()
                    .toArray();
            lines.add("%s ready from %.0f s to %.0f s; order of the studies %s"
                    .formatted(stage, times[0], times[times.length - 1], order(stage)));
        }
        double first = ends[0];
        lines.add("when the first study was finished, the others had these stages of %d ready: %s"
                .formatted(
                        SmallStudy.STAGES,
                        studies.stream()
                                .map(s -> s.ready_s().values().stream()
                                        .filter(t -> t <= first)
                                        .count())
                                .toList()));
        return lines;
    }

    private String order(String stage) {
        return String.join(
                " ",
                IntStream.range(0, studies.size())
                        .boxed()
                        .sorted(Comparator.comparingDouble(
                                i -> studies.get(i).ready_s().get(stage)))
                        .map(String::valueOf)
                        .toList());
    }

    /**
     * Compares what a household has built with the same studies run one after another in one process.
     *
     * @param busy folder of the household's broker, which is down
     * @param alone empty folder
     * @return what differs; empty where nothing does
     */
    static List<String> differences(Path busy, Path alone, long firstSeed) {
        var differences = new ArrayList<String>();
        try (var broker = EmbeddedBroker.start(busy, 0);
                var there = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
                var platform = Platform.start(alone, 0, 0);
                var here = Fabric.connect(platform.kafka(), FabricOptions.standard())) {
            var channel = ManagedChannelBuilder.forAddress("127.0.0.1", platform.grpcPort())
                    .usePlaintext()
                    .build();
            for (long seed = firstSeed; seed <= firstSeed + OWN; seed++) {
                compare(
                        new SmallStudy(channel, seed).run(System.nanoTime()),
                        here.datasets(),
                        there.datasets(),
                        differences);
            }
            channel.shutdownNow();
        }
        return differences;
    }

    private static void compare(SmallStudy study, Datasets here, Datasets there, List<String> differences) {
        study.ids().forEach((stage, id) -> {
            try {
                if (!sums(here.manifest(new DatasetId(id))).equals(sums(there.manifest(new DatasetId(id))))) {
                    differences.add("seed %d: other rows in %s".formatted(study.seed(), stage));
                }
            } catch (Problem missing) {
                differences.add("seed %d: %s: %s".formatted(study.seed(), stage, missing.getMessage()));
            }
        });
    }

    private static List<String> sums(Manifest manifest) {
        var sums = new ArrayList<String>(List.of(new TreeMap<>(manifest.rowHash()).toString()));
        manifest.chunks().stream()
                .flatMap(chunk -> chunk.parts().stream())
                .forEach(part -> sums.add(part.table() + " " + part.sha256()));
        return sums;
    }
}
