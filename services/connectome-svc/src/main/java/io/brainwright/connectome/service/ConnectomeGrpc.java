package io.brainwright.connectome.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc.ConnectomeServiceImplBase;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.connectome.v1.GapJunctionsRequest;
import io.brainwright.proto.connectome.v1.MidRangeRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.connectome.v1.PathwaysResponse;
import io.brainwright.proto.connectome.v1.ThalamicRequest;
import io.brainwright.proto.connectome.v1.WhyRequest;
import io.brainwright.proto.connectome.v1.WhyResponse;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for the wiring. */
public final class ConnectomeGrpc extends ConnectomeServiceImplBase {
    private final StageCalls calls;
    private final Datasets datasets;
    private final ConnectomeStage stage;
    private final EditStage edit;
    private final ThalamicStage thalamic;
    private final MidRangeStage midRange;
    private final GapStage gaps;

    public ConnectomeGrpc(
            Builds builds,
            Datasets datasets,
            ConnectomeStage stage,
            EditStage edit,
            ThalamicStage thalamic,
            MidRangeStage midRange,
            GapStage gaps) {
        this.calls = new StageCalls("connectome.brainwright.io", builds);
        this.datasets = datasets;
        this.stage = stage;
        this.edit = edit;
        this.thalamic = thalamic;
        this.midRange = midRange;
        this.gaps = gaps;
    }

    @Override
    public void estimate(ConnectomeRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> stage.estimate(stage.complete(request), datasets));
    }

    @Override
    public void build(ConnectomeRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(stage, request, reply);
    }

    @Override
    public void pathways(PathwaysRequest request, StreamObserver<PathwaysResponse> reply) {
        calls.answer(reply, () -> PathwayCounts.of(request, datasets));
    }

    @Override
    public void analyse(ConnectivityRequest request, StreamObserver<MeasuredResponse> reply) {
        calls.answer(reply, () -> Connectivity.of(request, datasets));
    }

    @Override
    public void edit(EditRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(edit, request, reply);
    }

    @Override
    public void why(WhyRequest request, StreamObserver<WhyResponse> reply) {
        calls.answer(reply, () -> new PairQuestion(request, datasets, stage).answer());
    }

    @Override
    public void thalamic(ThalamicRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(thalamic, request, reply);
    }

    @Override
    public void midRange(MidRangeRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(midRange, request, reply);
    }

    @Override
    public void gapJunctions(GapJunctionsRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(gaps, request, reply);
    }
}
