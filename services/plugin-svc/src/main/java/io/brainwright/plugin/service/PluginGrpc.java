package io.brainwright.plugin.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.plugin.v1.ListStagesRequest;
import io.brainwright.proto.plugin.v1.ListStagesResponse;
import io.brainwright.proto.plugin.v1.PluginRequest;
import io.brainwright.proto.plugin.v1.PluginServiceGrpc.PluginServiceImplBase;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for all plugged-in stages. */
public final class PluginGrpc extends PluginServiceImplBase {
    private final Plugs plugs;
    private final Datasets datasets;
    private final StageCalls calls;

    public PluginGrpc(Plugs plugs, Datasets datasets, Builds builds) {
        this.plugs = plugs;
        this.datasets = datasets;
        this.calls = new StageCalls("plugin.brainwright.io", builds);
    }

    @Override
    public void listStages(ListStagesRequest request, StreamObserver<ListStagesResponse> reply) {
        calls.answer(
                reply,
                () -> ListStagesResponse.newBuilder().addAllStages(plugs.told()).build());
    }

    @Override
    public void estimate(PluginRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> {
            var stage = plugs.stage(request.getStage());
            var complete = PluginRequests.complete(stage.described(), request, false);
            var feed = new InputFeed(stage.asked(complete), complete, datasets);
            return stage.call().estimate(feed.request(stage.version(), complete.getAction()));
        });
    }

    @Override
    public void build(PluginRequest request, StreamObserver<BuildProgress> reply) {
        calls.guard(reply, () -> calls.build(plugs.stage(request.getStage()), request, reply));
    }
}
