package io.brainwright.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.ChunkEntry;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.RowHash;
import io.brainwright.fabric.work.Builds.Built;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.proto.library.v1.SearchRequest;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Whatever happens to workers and broker, a dataset has the bytes of the undisturbed build, and no other. */
@Timeout(120)
class SameBytesTest {
    private static final int CHUNKS = 6;
    private static final SearchRequest REQUEST =
            SearchRequest.newBuilder().setWords("same bytes").setLimit(CHUNKS).build();

    @TempDir
    Path workspace;

    @Test
    void aWorkerKilledInTheMiddleOfAChunkChangesNothing() throws Exception {
        try (var broker = EmbeddedBroker.start(workspace, 0);
                var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            var victim = WorkerProcess.start(broker.bootstrap(), 60_000);
            try {
                var building = build(fabric);
                WorkerProcess.awaitTheMiddle(victim);
                victim.destroyForcibly().waitFor();
                assertThat(victim.exitValue()).as("killed by SIGKILL").isEqualTo(137);
                assertThat(building.isDone()).isFalse();
                fabric.work(List.of(new NumbersStage()), 1);
                expectUndisturbed(building.get(90, TimeUnit.SECONDS).manifest(), fabric.datasets());
            } finally {
                victim.destroyForcibly();
            }
        }
    }

    @Test
    void oneWorkerAndThreeWorkersMakeTheSameBytes() throws Exception {
        var one = built(workspace.resolve("one"), 1);
        var three = built(workspace.resolve("three"), 3);
        assertThat(three.rowHash()).isEqualTo(one.rowHash());
        assertThat(checksums(three)).isEqualTo(checksums(one)).isEqualTo(undisturbed());
    }

    @Test
    void aBrokerRestartedInTheMiddleOfABuildChangesNothing() throws Exception {
        int port = freePort();
        var begun = new CountDownLatch(1);
        var broker = EmbeddedBroker.start(workspace, port);
        try (var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            fabric.work(List.of(new SlowNumbers(500, _ -> begun.countDown())), 1);
            var building = build(fabric);
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            broker.close();
            assertThat(building.isDone()).isFalse();
            broker = EmbeddedBroker.start(workspace, port);
            expectUndisturbed(building.get(100, TimeUnit.SECONDS).manifest(), fabric.datasets());
        } finally {
            broker.close();
        }
    }

    private static Manifest built(Path folder, int workers) throws Exception {
        var connections = new ArrayList<Fabric>();
        try (var broker = EmbeddedBroker.start(folder, 0)) {
            for (int i = 0; i < workers; i++) {
                var worker = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
                connections.add(worker);
                worker.work(List.of(new SlowNumbers(100, _ -> {})), 1);
            }
            var manifest =
                    build(connections.getFirst()).get(100, TimeUnit.SECONDS).manifest();
            connections.forEach(Fabric::close);
            return manifest;
        }
    }

    private static CompletableFuture<Built> build(Fabric fabric) {
        return CompletableFuture.supplyAsync(() -> fabric.builds().build(new NumbersStage(), REQUEST, _ -> {}));
    }

    private static void expectUndisturbed(Manifest manifest, Datasets datasets) {
        assertThat(checksums(manifest)).isEqualTo(undisturbed());
        assertThat(manifest.rows()).containsEntry("numbers", (long) CHUNKS * NumbersStage.ROWS);
        var rows = datasets.read(manifest.id(), "numbers").longs("node_id");
        assertThat(rows)
                .containsExactly(IntStream.range(0, CHUNKS * NumbersStage.ROWS)
                        .asLongStream()
                        .toArray());
    }

    private static List<String> checksums(Manifest manifest) {
        return manifest.chunks().stream()
                .flatMap(chunk -> chunk.parts().stream())
                .map(ChunkEntry.Part::sha256)
                .toList();
    }

    /** Checksums of the chunks as the stage makes them in memory, without Kafka. */
    private static List<String> undisturbed() {
        var stage = new NumbersStage();
        var made = new ArrayList<String>();
        for (var chunk : stage.chunks(REQUEST, new NoDatasets())) {
            stage.make(REQUEST, chunk, new NoDatasets(), new ChunkSink() {
                @Override
                public void write(Batch rows) {
                    made.add(RowHash.of(rows).sha256());
                }

                @Override
                public void progress(long done, String detail) {
                    assert done >= 0;
                }
            });
        }
        return made;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
