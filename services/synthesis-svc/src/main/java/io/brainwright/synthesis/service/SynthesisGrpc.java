package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.synthesis.v1.AstrocytesRequest;
import io.brainwright.proto.synthesis.v1.MorphometryRequest;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc.SynthesisServiceImplBase;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for {@link SynthesisStage} and {@link AstrocyteStage}. */
public final class SynthesisGrpc extends SynthesisServiceImplBase {
    private final SynthesisStage stage;
    private final AstrocyteStage astrocytes;
    private final Datasets datasets;
    private final GrowthCatalogue catalogue;
    private final GrowthEstimate estimate;
    private final StageCalls calls;

    public SynthesisGrpc(
            SynthesisStage stage,
            AstrocyteStage astrocytes,
            Builds builds,
            Datasets datasets,
            GrowthCatalogue catalogue) {
        this.stage = stage;
        this.astrocytes = astrocytes;
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
    public void estimateAstrocytes(AstrocytesRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> AstrocyteEstimate.of(astrocytes.complete(request), datasets));
    }

    @Override
    public void buildAstrocytes(AstrocytesRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(astrocytes, request, reply);
    }

    @Override
    public void analyse(MorphometryRequest request, StreamObserver<MeasuredResponse> reply) {
        calls.answer(reply, () -> Morphometry.of(request, datasets, catalogue));
    }
}
