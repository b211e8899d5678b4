package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Message;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.proto.sim.v1.CompareRequest;
import io.brainwright.proto.sim.v1.ListBackendsRequest;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.testkit.StageHarness;
import io.grpc.ManagedChannel;
import io.grpc.Server;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SimGrpcTest {
    private final StageHarness harness = new StageHarness();
    private final Server server = InProcessServerBuilder.forName("sim-test")
            .addService(new SimGrpc(new SimStage(1), new ThresholdStage(1), new HarnessBuilds(), harness, 1))
            .build();
    private final ManagedChannel channel =
            InProcessChannelBuilder.forName("sim-test").build();
    private final SimServiceGrpc.SimServiceBlockingStub sim = SimServiceGrpc.newBlockingStub(channel);

    /** Builds in memory, in the caller's thread. */
    private final class HarnessBuilds implements Builds {
        @Override
        public <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress) {
            return new Built(harness.manifest(harness.run(stage, request)), false);
        }
    }

    @BeforeEach
    void start() throws IOException {
        server.start();
    }

    @AfterEach
    void stop() {
        channel.shutdownNow();
        server.shutdownNow();
    }

    @Test
    void thisMachineCanAlwaysRunJava() {
        assertThat(sim.listBackends(ListBackendsRequest.getDefaultInstance()).getBackendsList())
                .anySatisfy(b -> {
                    assertThat(b.getName()).isEqualTo("java");
                    assertThat(b.getAvailable()).isTrue();
                })
                .allSatisfy(b ->
                        assertThat(b.getAvailable() || !b.getReason().isEmpty()).isTrue());
    }

    @Test
    void aBadRequestNamesEveryFieldAtFault() {
        var failure = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> sim.build(SimRequest.newBuilder().setDurationMs(-5).build())
                        .next());
        assertThat(GrpcProblems.fromGrpc(failure).faults())
                .extracting(f -> f.field())
                .containsExactly("cells", "morphologies", "duration_ms");
    }

    @Test
    void aComparisonWithoutRunsIsRefused() {
        var failure = catchThrowableOfType(
                StatusRuntimeException.class, () -> sim.compare(CompareRequest.getDefaultInstance()));
        assertThat(GrpcProblems.fromGrpc(failure).faults())
                .extracting(f -> f.field())
                .containsExactly("run", "control", "cells");
    }
}
