package io.brainwright.render.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.render.v1.LookRequest;
import io.brainwright.proto.render.v1.LookResponse;
import io.brainwright.proto.render.v1.RenderRequest;
import io.brainwright.proto.render.v1.RenderServiceGrpc;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for {@link RenderStage}. */
public final class RenderGrpc extends RenderServiceGrpc.RenderServiceImplBase {
    /** Measured on one core: about 0.6 us per sample and 2 us per segment, with 2000 segments a cell. */
    private static final double SECONDS_PER_PIXEL = 2.4e-6;

    private static final double SECONDS_PER_CELL = 4e-3;
    private static final long BYTES_PER_PIXEL = 120;

    private final StageCalls calls;
    private final RenderStage stage;
    private final Datasets datasets;

    public RenderGrpc(Builds builds, Datasets datasets, RenderStage stage) {
        this.calls = new StageCalls("render.brainwright.io", builds);
        this.stage = stage;
        this.datasets = datasets;
    }

    @Override
    public void estimate(RenderRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> {
            var complete = stage.complete(request);
            if (complete.hasEncoding()) {
                return Estimate.newBuilder()
                        .setSeconds(10)
                        .setAmount(1)
                        .setUnit("movies")
                        .build();
            }
            long pixels = (long) complete.getWidthPx() * complete.getHeightPx();
            long cells = complete.hasCells()
                    ? datasets.manifest(RenderStage.id(complete.getCells()))
                            .rows()
                            .getOrDefault("cells", 0L)
                    : 0;
            if (complete.hasScene()) {
                return SceneFrameChunks.estimate(complete, datasets, stage.unit());
            }
            double seconds = !complete.hasStill() ? 0.5 : pixels * SECONDS_PER_PIXEL + cells * SECONDS_PER_CELL;
            return Estimate.newBuilder()
                    .setSeconds(seconds)
                    .setMemoryBytes(pixels * BYTES_PER_PIXEL)
                    .setDiskBytes(pixels)
                    .setAmount(1)
                    .setUnit(stage.unit())
                    .build();
        });
    }

    @Override
    public void look(LookRequest request, StreamObserver<LookResponse> reply) {
        calls.answer(reply, () -> SceneFrameChunks.look(request, datasets));
    }

    @Override
    public void build(RenderRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(stage, request, reply);
    }
}
