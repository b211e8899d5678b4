package io.brainwright.sim.service;

import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.StageCalls;
import io.brainwright.fabric.work.Builds;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.Estimate;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.sim.v1.AnalyseRequest;
import io.brainwright.proto.sim.v1.Backend;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.CompareResponse;
import io.brainwright.proto.sim.v1.ListBackendsRequest;
import io.brainwright.proto.sim.v1.ListBackendsResponse;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.proto.sim.v1.ThresholdRequest;
import io.brainwright.sim.model.solver.Simulation;
import io.grpc.stub.StreamObserver;

/** Speaks gRPC for {@link SimStage} and {@link ThresholdStage}. */
public final class SimGrpc extends SimServiceGrpc.SimServiceImplBase {
    private final SimStage stage;
    private final ThresholdStage thresholds;
    private final Datasets datasets;
    private final StageCalls calls;
    private final int threads;

    /** @param threads threads that a run has, for the estimate */
    public SimGrpc(SimStage stage, ThresholdStage thresholds, Builds builds, Datasets datasets, int threads) {
        this.stage = stage;
        this.thresholds = thresholds;
        this.datasets = datasets;
        this.calls = new StageCalls("sim.brainwright.io", builds);
        this.threads = threads;
    }

    @Override
    public void estimate(SimRequest request, StreamObserver<Estimate> reply) {
        calls.answer(reply, () -> RunEstimate.of(stage.complete(request), datasets, threads));
    }

    @Override
    public void build(SimRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(stage, request, reply);
    }

    @Override
    public void thresholds(ThresholdRequest request, StreamObserver<BuildProgress> reply) {
        calls.build(thresholds, request, reply);
    }

    @Override
    public void compare(CompareRequest request, StreamObserver<CompareResponse> reply) {
        calls.answer(reply, () -> RunComparison.of(request, datasets));
    }

    @Override
    public void analyse(AnalyseRequest request, StreamObserver<MeasuredResponse> reply) {
        calls.answer(reply, () -> RunAnalysis.of(request, datasets));
    }

    @Override
    public void listBackends(ListBackendsRequest request, StreamObserver<ListBackendsResponse> reply) {
        calls.answer(reply, () -> {
            var list = ListBackendsResponse.newBuilder();
            for (var device : Simulation.devices()) {
                list.addBackends(Backend.newBuilder()
                        .setName(device.backend())
                        .setDevice(device.device())
                        .setAvailable(device.available())
                        .setReason(device.reason()));
            }
            return list.build();
        });
    }
}
