package io.brainwright.render.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.SceneFrames;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A movie has the bytes of the undisturbed one, whoever draws its frames, in whatever pieces, and whatever happens to them. */
@Timeout(180)
class MovieBytesTest {
    private static final int FRAMES = 24;
    private static final int CHUNKS = 4;

    @TempDir
    private Path folder;

    @Test
    void oneWorkerAndThreeWorkersDrawTheSameBytes() {
        var one = built("one", 1);
        assertThat(one).hasSize(FRAMES + 2).containsKeys("frame-000000.png", "frame-000023.png", "sound.wav");
        assertThat(one.get("frame-000002.png")).isNotEqualTo(one.get("frame-000020.png"));
        assertThat(built("three", 3)).isEqualTo(one);
    }

    @Test
    void framesAreTheSameInOtherPieces() {
        try (var broker = EmbeddedBroker.start(folder, 0);
                var fabric = worker(broker, new RenderStage())) {
            var scene = scene(tissue(fabric, TinyTissue.sound()));
            var whole = files(fabric, frames(fabric, scene, 0, 0));
            var pieces = new LinkedHashMap<>(files(fabric, frames(fabric, scene, 0, 5)));
            pieces.putAll(files(fabric, frames(fabric, scene, 5, FRAMES)));
            assertThat(pieces).hasSize(FRAMES);
            pieces.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(whole.get(name)));
        }
    }

    @Test
    void aWorkerThatGoesAwayInTheMiddleChangesNothing() throws Exception {
        var undisturbed = built("undisturbed", 1);
        var begun = new CountDownLatch(2);
        try (var broker = EmbeddedBroker.start(folder.resolve("crash"), 0);
                var asks = Fabric.connect(broker.bootstrap(), FabricOptions.standard())) {
            var victim = worker(broker, new Watched(begun, new AtomicInteger(), 1500));
            var scene = scene(tissue(victim, TinyTissue.sound()));
            var building = CompletableFuture.supplyAsync(() -> frames(asks, scene, 0, 0));
            assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
            victim.close();
            assertThat(building.isDone()).isFalse();
            asks.work(List.of(new RenderStage()), 1);
            assertThat(files(asks, building.get(120, TimeUnit.SECONDS))).isEqualTo(undisturbed);
        }
    }

    @Test
    void aMovieThatIsStoppedGoesOnWithTheChunksThatWereFinished() throws Exception {
        var undisturbed = built("undisturbed", 1);
        var made = new AtomicInteger();
        var begun = new CountDownLatch(3);
        try (var broker = EmbeddedBroker.start(folder.resolve("stop"), 0)) {
            try (var fabric = worker(broker, new Watched(begun, made, 700))) {
                var scene = scene(tissue(fabric, TinyTissue.sound()));
                var stopped = new CompletableFuture<Problem>();
                var caller = Thread.ofPlatform().start(() -> {
                    try {
                        frames(fabric, scene, 0, 0);
                        stopped.completeExceptionally(new AssertionError("it was not stopped"));
                    } catch (Problem problem) {
                        stopped.complete(problem);
                    }
                });
                assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
                caller.interrupt();
                assertThat(stopped.get(60, TimeUnit.SECONDS).kind())
                        .isEqualTo(io.brainwright.neuro.problem.Kind.CANCELLED);
                int before = made.get();
                assertThat(files(fabric, frames(fabric, scene, 0, 0))).isEqualTo(undisturbed);
                assertThat(before).as("finished before the stop").isPositive();
                assertThat(made.get())
                        .as("two finished chunks were not drawn again")
                        .isLessThanOrEqualTo(CHUNKS + 1);
            }
        }
    }

    @Test
    void aReportOfOtherCellsIsRefused() {
        try (var broker = EmbeddedBroker.start(folder, 0);
                var fabric = worker(broker, new RenderStage())) {
            var scene = scene(tissue(fabric, new TinyTissue(5)));
            assertThatThrownBy(() -> frames(fabric, scene, 0, 1))
                    .isInstanceOfSatisfying(
                            Problem.class, p -> assertThat(p.reason()).isEqualTo("REPORT_DOES_NOT_FIT"));
        }
    }

    private Map<String, List<Byte>> built(String name, int workers) {
        var connections = new ArrayList<Fabric>();
        try (var broker = EmbeddedBroker.start(folder.resolve(name), 0)) {
            for (int i = 0; i < workers; i++) {
                connections.add(worker(broker, new RenderStage()));
            }
            var fabric = connections.getFirst();
            var files = files(fabric, frames(fabric, scene(tissue(fabric, TinyTissue.sound())), 0, 0));
            connections.forEach(Fabric::close);
            return files;
        }
    }

    private static Fabric worker(EmbeddedBroker broker, Stage<RenderRequest> stage) {
        var fabric = Fabric.connect(broker.bootstrap(), FabricOptions.standard());
        fabric.work(List.of(stage, TinyTissue.sound(), new TinyTissue(5)), 1);
        return fabric;
    }

    private static String tissue(Fabric fabric, TinyTissue stage) {
        return fabric.builds()
                .build(stage, RenderRequest.getDefaultInstance(), _ -> {})
                .manifest()
                .id()
                .hex();
    }

    private static Manifest frames(Fabric fabric, String scene, int from, int to) {
        var stage = new RenderStage();
        var request = RenderRequest.newBuilder()
                .setScene(SceneFrames.newBuilder()
                        .setScene(scene)
                        .setFirstFrame(from)
                        .setEndFrame(to))
                .build();
        return fabric.builds().build(stage, stage.complete(request), _ -> {}).manifest();
    }

    private static Map<String, List<Byte>> files(Fabric fabric, Manifest made) {
        var files = new LinkedHashMap<String, List<Byte>>();
        for (int chunk = 0; chunk < made.chunks().size(); chunk++) {
            var rows = fabric.datasets().read(made.id(), "images", chunk);
            for (int i = 0; i < rows.rowCount(); i++) {
                var bytes = new ArrayList<Byte>();
                for (byte b : rows.blobs("bytes")[i]) {
                    bytes.add(b);
                }
                files.put(rows.texts("name")[i], bytes);
            }
        }
        return files;
    }

    private static String scene(String id) {
        return """
                {"version": "1.0", "size": [96, 64],
                 "sources": {"cell": {"kind": "circuit", "cells": "dataset:ID", "morphologies": "dataset:ID"},
                   "vm": {"kind": "compartment-report", "uri": "dataset:ID"}, "spikes": {"kind": "spikes", "uri": "dataset:ID"}},
                 "time": {"sim": ["0 ms", "4 ms"], "slowdown": 200, "fps": 30},
                 "layers": [{"id": "c", "type": "morphology", "source": "cell", "color": {"by": "report", "source": "vm"}, "glow": {}}],
                 "camera": {"keys": [{"t": 0}, {"t": 1, "orbit": {"azimuth": 90}}]},
                 "overlays": [{"type": "clock"}], "audio": {"source": "spikes"}}
                """.replace("ID", id);
    }

    /** The render stage, which tells when a chunk begins, counts them, and takes its time. */
    private record Watched(CountDownLatch begun, AtomicInteger made, long pause_ms) implements Stage<RenderRequest> {
        private static final RenderStage REAL = new RenderStage();

        @Override
        public String name() {
            return REAL.name();
        }

        @Override
        public int version() {
            return REAL.version();
        }

        @Override
        public RenderRequest emptyRequest() {
            return REAL.emptyRequest();
        }

        @Override
        public RenderRequest complete(RenderRequest request) {
            return REAL.complete(request);
        }

        @Override
        public List<DatasetId> inputs(RenderRequest request) {
            return REAL.inputs(request);
        }

        @Override
        public List<TableSchema> tables(RenderRequest request) {
            return REAL.tables(request);
        }

        @Override
        public String unit() {
            return REAL.unit();
        }

        @Override
        public String verb() {
            return REAL.verb();
        }

        @Override
        public List<ChunkSpec> chunks(RenderRequest request, Datasets inputs) {
            return REAL.chunks(request, inputs);
        }

        @Override
        public void make(RenderRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
            begun.countDown();
            try {
                Thread.sleep(pause_ms);
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("stopped", stopped);
            }
            REAL.make(request, chunk, inputs, out);
            made.incrementAndGet();
        }
    }
}
