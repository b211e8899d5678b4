package io.brainwright.benchmarks.fabric;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** What a chunk costs beside its rows, and how long a workspace of thousands of datasets takes to open again. */
final class ManyDatasets {
    private static final int ROWS = 10;
    private static final int AT_ONCE = 16;

    private ManyDatasets() {}

    /** Seconds a chunk of ten rows costs, in a dataset of many, one worker thread. */
    static String chunks(int rounds, int chunks) throws Exception {
        var stage = new SynapseRows(ROWS, 1);
        var seconds = new ArrayList<Double>();
        try (var broker = EmbeddedBroker.start(Files.createTempDirectory("brainwright-fabric"), 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(stage), 1);
            fabric.builds().build(stage, SynapseRows.request("ready", 50), _ -> {});
            for (int round = 0; round < rounds; round++) {
                long started = System.nanoTime();
                fabric.builds().build(stage, SynapseRows.request("round " + round, chunks), _ -> {});
                seconds.add(Medians.seconds(started) / chunks);
            }
        }
        return "%d chunks of %d rows, %d rounds: %.2f ms a chunk (median)%n"
                .formatted(chunks, ROWS, rounds, 1e3 * Medians.of(seconds));
    }

    /** Seconds from nothing running to a read dataset, in a workspace that holds this many. */
    static String restart(int datasets, int rounds) throws Exception {
        var stage = new SynapseRows(ROWS, 1);
        var workspace = Files.createTempDirectory("brainwright-fabric");
        long started = System.nanoTime();
        fill(workspace, stage, datasets);
        double filling = Medians.seconds(started);
        var seconds = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            started = System.nanoTime();
            try (var broker = EmbeddedBroker.start(workspace, 0);
                    var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
                var known = fabric.datasets().list();
                var last = fabric.datasets().read(known.getLast().id(), "synapses");
                seconds.add(Medians.seconds(started));
                if (known.size() != datasets || last.rowCount() != ROWS) {
                    throw new IllegalStateException(
                            "%d datasets are there, the last of %d rows".formatted(known.size(), last.rowCount()));
                }
            }
        }
        return "%d datasets, built in %.0f s (%.0f a second, %d at once); restart %.1f s (median of %d)%n"
                .formatted(datasets, filling, datasets / filling, AT_ONCE, Medians.of(seconds), rounds);
    }

    private static void fill(Path workspace, SynapseRows stage, int datasets) throws Exception {
        var free = new Semaphore(AT_ONCE);
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            fabric.work(List.of(stage), 2);
            var builds = new ArrayList<Future<?>>();
            for (int i = 0; i < datasets; i++) {
                var request = SynapseRows.request("dataset " + i, 1);
                free.acquire();
                builds.add(threads.submit(() -> {
                    try {
                        fabric.builds().build(stage, request, _ -> {});
                    } finally {
                        free.release();
                    }
                }));
            }
            for (var build : builds) {
                build.get();
            }
        }
    }
}
