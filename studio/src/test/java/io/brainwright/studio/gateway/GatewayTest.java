package io.brainwright.studio.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.KeyMaker;
import io.brainwright.fabric.keys.TokenCalls;
import io.brainwright.fabric.keys.TokenGuard;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.atlas.v1.ListRegionsRequest;
import io.brainwright.proto.fabric.v1.DescribeServerRequest;
import io.brainwright.proto.fabric.v1.GatewayServiceGrpc;
import io.brainwright.proto.sim.v1.Backend;
import io.brainwright.proto.sim.v1.ListBackendsRequest;
import io.brainwright.proto.sim.v1.ListBackendsResponse;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.grpc.CallOptions;
import io.grpc.ClientCall;
import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerServiceDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.stub.ServerCallStreamObserver;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A gateway between a real client and a real server, all over TLS. */
class GatewayTest {
    private static final int MANY = 5_000;
    /** chosen: 8 MiB of 64 KiB each; two connections hold 1 MiB of window each, and what their buffers take. */
    private static final int UNDER_WAY = 128;

    @TempDir
    private Path folder;

    private KeyFolder keys;
    private Server stage;
    private Gateway gateway;
    private final List<ManagedChannel> channels = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        keys = KeyMaker.make(folder.resolve("keys"), List.of("localhost"));
        stage = serve(0);
        gateway = Gateway.start(
                0, keys, "localhost:9094", Map.of("sim", new ServerAddress("localhost", stage.getPort())));
    }

    private Server serve(int port) throws IOException {
        return Grpc.newServerBuilderForPort(port, keys.serverCredentials(ClientAuth.REQUIRE))
                .intercept(new TokenGuard(keys))
                .addService(new Devices())
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        channels.forEach(ManagedChannel::shutdownNow);
        gateway.close();
        stage.shutdownNow();
    }

    @Test
    void callsReachTheServiceOfTheirNameAndComeBackWhole() {
        var answer =
                SimServiceGrpc.newBlockingStub(channel(keys)).listBackends(ListBackendsRequest.getDefaultInstance());
        assertThat(answer.getBackendsList()).hasSize(MANY);
        assertThat(answer.getBackends(MANY - 1).getName()).isEqualTo("device " + (MANY - 1));
    }

    /** A service that could write gigabytes, and a caller who reads one message at a time. */
    @Test
    void aSlowReaderHoldsTheWriterBack() throws IOException, InterruptedException {
        var method = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(MethodDescriptor.MethodType.SERVER_STREAMING)
                .setFullMethodName("brainwright.flow.v1.FlowService/Pour")
                .setRequestMarshaller(Forwarding.Bytes.AS_THEY_ARE)
                .setResponseMarshaller(Forwarding.Bytes.AS_THEY_ARE)
                .build();
        var written = new AtomicInteger();
        var pouring = ServerServiceDefinition.builder("brainwright.flow.v1.FlowService")
                .addMethod(method, ServerCalls.asyncServerStreamingCall((request, reply) -> {
                    var out = (ServerCallStreamObserver<byte[]>) reply;
                    out.setOnReadyHandler(() -> {
                        while (out.isReady() && written.get() < MANY) {
                            out.onNext(new byte[1 << 16]);
                            written.incrementAndGet();
                        }
                    });
                }))
                .build();
        var service = Grpc.newServerBuilderForPort(0, keys.serverCredentials(ClientAuth.REQUIRE))
                .addService(pouring)
                .build()
                .start();
        try (var between = Gateway.start(
                0, keys, "localhost:9094", Map.of("flow", new ServerAddress("localhost", service.getPort())))) {
            var channel = new ServerAddress("localhost", between.port()).channel(keys);
            channels.add(channel);
            var read = new LinkedBlockingQueue<byte[]>();
            var call = channel.newCall(method, CallOptions.DEFAULT);
            call.start(
                    new ClientCall.Listener<>() {
                        @Override
                        public void onMessage(byte[] message) {
                            read.add(message);
                        }
                    },
                    new Metadata());
            call.sendMessage(new byte[0]);
            call.halfClose();
            for (int i = 1; i <= 5; i++) {
                call.request(1);
                read.take();
                Thread.sleep(1000); // the writer may run ahead as far as it is let
                assertThat(written.get() - i)
                        .as("messages under way after the reader's message %d", i)
                        .isLessThan(UNDER_WAY);
            }
            call.cancel("enough", null);
        } finally {
            service.shutdownNow();
        }
    }

    @Test
    void theGatewayTellsWhereKafkaIs() {
        var server = GatewayServiceGrpc.newBlockingStub(channel(keys))
                .describeServer(DescribeServerRequest.getDefaultInstance());
        assertThat(server.getKafkaBootstrap()).isEqualTo("localhost:9094");
        assertThat(server.getServicesList()).containsExactly("sim");
    }

    @Test
    void aStageThatIsNotServedIsUnimplemented() {
        var atlas = AtlasServiceGrpc.newBlockingStub(channel(keys));
        assertThatThrownBy(() -> atlas.listRegions(ListRegionsRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNIMPLEMENTED));
    }

    @Test
    void aCallerWithAnotherTokenIsTurnedAway() throws IOException {
        var copy = folder.resolve("copy");
        Files.createDirectories(copy);
        for (var name : List.of("ca.crt", "tls.crt", "tls.key")) {
            Files.copy(keys.folder().resolve(name), copy.resolve(name));
        }
        Files.writeString(copy.resolve("token"), "0".repeat(64));
        var sim = SimServiceGrpc.newBlockingStub(channel(KeyFolder.open(copy)));
        assertThatThrownBy(() -> sim.listBackends(ListBackendsRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAUTHENTICATED));
    }

    @Test
    void aPersonWithTheTokenAloneIsHeardAtTheGatewayAndNotAtAService() throws IOException {
        var bare = TlsChannelCredentials.newBuilder()
                .trustManager(keys.folder().resolve("ca.crt").toFile())
                .build();
        for (var port : List.of(gateway.port(), stage.getPort())) {
            var channel = Grpc.newChannelBuilder("localhost:" + port, bare)
                    .intercept(new TokenCalls(keys))
                    .build();
            channels.add(channel);
            var sim = SimServiceGrpc.newBlockingStub(channel);
            if (port == gateway.port()) {
                assertThat(sim.listBackends(ListBackendsRequest.getDefaultInstance())
                                .getBackendsList())
                        .hasSize(MANY);
            } else {
                assertThatThrownBy(() -> sim.listBackends(ListBackendsRequest.getDefaultInstance()))
                        .isInstanceOfSatisfying(
                                StatusRuntimeException.class,
                                e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
            }
        }
    }

    @Test
    void aServerWithAnotherCertificateIsNotTrusted() {
        var strangers = KeyMaker.make(folder.resolve("strangers"), List.of("localhost"));
        var sim = SimServiceGrpc.newBlockingStub(channel(strangers));
        assertThatThrownBy(() -> sim.listBackends(ListBackendsRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        e -> assertThat(e.getStatus().getCode()).isEqualTo(Status.Code.UNAVAILABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:", ":7400", "localhost:0", "localhost:70000", "localhost:http"})
    void anAddressThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> ServerAddress.parse(text))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("localhost:7400"));
    }

    private ManagedChannel channel(KeyFolder with) {
        var channel = new ServerAddress("localhost", gateway.port()).channel(with);
        channels.add(channel);
        return channel;
    }

    /** Answers with a long list. */
    private static final class Devices extends SimServiceGrpc.SimServiceImplBase {
        @Override
        public void listBackends(ListBackendsRequest request, StreamObserver<ListBackendsResponse> reply) {
            var answer = ListBackendsResponse.newBuilder();
            for (int i = 0; i < MANY; i++) {
                answer.addBackends(Backend.newBuilder().setName("device " + i));
            }
            reply.onNext(answer.build());
            reply.onCompleted();
        }
    }
}
