package io.brainwright.atlas.service;

import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc.AtlasServiceImplBase;
import io.brainwright.proto.atlas.v1.DescribeRegionRequest;
import io.brainwright.proto.atlas.v1.DescribeRegionResponse;
import io.brainwright.proto.atlas.v1.ListRegionsRequest;
import io.brainwright.proto.atlas.v1.ListRegionsResponse;
import io.brainwright.proto.atlas.v1.QueryRequest;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for the atlas. */
public final class AtlasGrpc extends AtlasServiceImplBase {
    private final AtlasStage stage;
    private final StageCalls calls;

    public AtlasGrpc(AtlasStage stage, Builds builds) {
        this.stage = stage;
        this.calls = new StageCalls("atlas.brainwright.io", builds);
    }

    @Override
    public void estimate(AtlasRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> AtlasAnswers.estimate(stage.complete(request)));
    }

    @Override
    public void build(AtlasRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(stage, request, reply);
    }

    @Override
    public void listRegions(ListRegionsRequest request, StreamObserver<ListRegionsResponse> reply) {
        calls.answer(reply, () -> AtlasAnswers.regions(AtlasRequests.atlas(request.getAtlas())));
    }

    @Override
    public void query(QueryRequest request, StreamObserver<MeasuredResponse> reply) {
        calls.answer(reply, () -> RegionQuery.of(request));
    }

    @Override
    public void describeRegion(DescribeRegionRequest request, StreamObserver<DescribeRegionResponse> reply) {
        calls.answer(reply, () -> AtlasAnswers.describe(AtlasRequests.atlas(request.getAtlas()), request.getRegion()));
    }
}
