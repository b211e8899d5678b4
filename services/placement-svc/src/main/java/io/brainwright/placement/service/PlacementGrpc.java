package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.placement.v1.BrainRequest;
import io.brainwright.proto.placement.v1.CensusRequest;
import io.brainwright.proto.placement.v1.CensusResponse;
import io.brainwright.proto.placement.v1.EndfeetRequest;
import io.brainwright.proto.placement.v1.PlacementAnalyseRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc.PlacementServiceImplBase;
import io.brainwright.proto.placement.v1.VesselsRequest;
import io.brainwright.proto.placement.v1.WrappedSynapsesRequest;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for placement. */
public final class PlacementGrpc extends PlacementServiceImplBase {
    private final PlacementStage stage;
    private final Datasets datasets;
    private final StageCalls calls;
    private final VesselStage vessels;
    private final EndfeetStage endfeet;
    private final WrappedStage wrapped;
    private final BrainStage brain;

    public PlacementGrpc(
            PlacementStage stage,
            VesselStage vessels,
            EndfeetStage endfeet,
            WrappedStage wrapped,
            BrainStage brain,
            Datasets datasets,
            Builds builds) {
        this.stage = stage;
        this.vessels = vessels;
        this.endfeet = endfeet;
        this.wrapped = wrapped;
        this.brain = brain;
        this.datasets = datasets;
        this.calls = new StageCalls("placement.brainwright.io", builds);
    }

    @Override
    public void estimate(PlacementRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> PlacementAnswers.estimate(stage.complete(request), datasets));
    }

    @Override
    public void build(PlacementRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(stage, request, reply);
    }

    @Override
    public void vessels(VesselsRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(vessels, request, reply);
    }

    @Override
    public void endfeet(EndfeetRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(endfeet, request, reply);
    }

    @Override
    public void wrappedSynapses(WrappedSynapsesRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(wrapped, request, reply);
    }

    @Override
    public void estimateBrain(BrainRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> brain.estimate(brain.complete(request)));
    }

    @Override
    public void brain(BrainRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(brain, request, reply);
    }

    @Override
    public void census(CensusRequest request, StreamObserver<CensusResponse> reply) {
        calls.answer(reply, () -> Census.of(new DatasetId(request.getCells().getId()), datasets));
    }

    @Override
    public void analyse(PlacementAnalyseRequest request, StreamObserver<MeasuredResponse> reply) {
        calls.answer(reply, () -> PlacementAnalysis.of(request, datasets));
    }
}
