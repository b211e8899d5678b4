package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.synthesis.v1.MorphometryRequest;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc.SynthesisServiceImplBase;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for {@link SynthesisStage}. */
public final class SynthesisGrpc extends SynthesisServiceImplBase {
    private final SynthesisStage stage;
    private final Datasets datasets;
    private final GrowthCatalogue catalogue;
    private final GrowthEstimate estimate;
    private final StageCalls calls;

    public SynthesisGrpc(SynthesisStage stage, Builds builds, Datasets datasets, GrowthCatalogue catalogue) {
        this.stage = stage;
        this.datasets = datasets;
        this.catalogue = catalogue;
        this.estimate = new GrowthEstimate(catalogue);
        this.calls = new StageCalls("synthesis.brainwright.io", builds);
    }

    @Override
    public void estimate(SynthesisRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> {
            var complete = stage.complete(request);
            var cells = datasets.read(new DatasetId(complete.getCells().getId()), PlacedCells.TABLE);
            return estimate.of(complete, cells);
        });
    }

    @Override
    public void build(SynthesisRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(stage, request, reply);
    }

    @Override
    public void analyse(MorphometryRequest request, StreamObserver<MeasuredResponse> reply) {
        calls.answer(reply, () -> Morphometry.of(request, datasets, catalogue));
    }
}
