package io.brainwright.benchmarks.chaos;

import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc;
import io.grpc.Channel;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** From a region to spikes by calls of the stages alone, through the gateway. */
final class SmallStudy {
    static final int STAGES = 5;
    private static final int CELLS = 30;
    private static final double DURATION_MS = 5;

    private final Channel channel;
    private final long seed;
    /** When each stage was ready, s after the beginning. */
    private final Map<String, Double> ready_s = new ConcurrentHashMap<>();

    private final Map<String, String> ids = new LinkedHashMap<>();

    /** @param seed of all random draws: equal seeds make equal studies */
    SmallStudy(Channel channel, long seed) {
        this.channel = channel;
        this.seed = seed;
    }

    long seed() {
        return seed;
    }

    /** Dataset id of each stage. */
    Map<String, String> ids() {
        return ids;
    }

    Map<String, Double> ready_s() {
        return ready_s;
    }

    /** @param begun_ns when the clock of the report began */
    SmallStudy run(long begun_ns) {
        var atlas = stage(
                "atlas",
                begun_ns,
                () -> AtlasServiceGrpc.newBlockingStub(channel)
                        .build(AtlasRequest.newBuilder()
                                .setRegion("S1J")
                                .setVoxelUm(100)
                                .build()));
        var cells = stage(
                "placement",
                begun_ns,
                () -> PlacementServiceGrpc.newBlockingStub(channel)
                        .build(PlacementRequest.newBuilder()
                                .setAtlas(atlas)
                                .setCellCount(CELLS)
                                .setSeed(seed)
                                .build()));
        var shapes = stage(
                "synthesis",
                begun_ns,
                () -> SynthesisServiceGrpc.newBlockingStub(channel)
                        .build(SynthesisRequest.newBuilder()
                                .setCells(cells)
                                .setSeed(seed)
                                .build()));
        var synapses = stage(
                "connectome",
                begun_ns,
                () -> ConnectomeServiceGrpc.newBlockingStub(channel)
                        .build(ConnectomeRequest.newBuilder()
                                .setCells(cells)
                                .setMorphologies(shapes)
                                .setSeed(seed)
                                .build()));
        stage(
                "sim",
                begun_ns,
                () -> SimServiceGrpc.newBlockingStub(channel)
                        .build(SimRequest.newBuilder()
                                .setCells(cells)
                                .setMorphologies(shapes)
                                .setSynapses(synapses)
                                .setDurationMs(DURATION_MS)
                                .setSeed(seed)
                                .build()));
        return this;
    }

    private DatasetRef stage(String name, long begun_ns, Supplier<Iterator<BuildProgress>> call) {
        var replies = call.get();
        var last = BuildProgress.getDefaultInstance();
        while (replies.hasNext()) {
            last = replies.next();
        }
        var made = last.getResult().getDataset();
        ids.put(name, made.getId());
        ready_s.put(name, (System.nanoTime() - begun_ns) * 1e-9);
        return made;
    }
}
