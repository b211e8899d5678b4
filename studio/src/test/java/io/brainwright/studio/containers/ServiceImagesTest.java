package io.brainwright.studio.containers;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.fabric.Fabric;
import io.brainwright.fabric.FabricOptions;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.keys.KeyFolder;
import io.brainwright.fabric.keys.KeyMaker;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.studio.gateway.ServerAddress;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.Network;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;
import org.testcontainers.utility.MountableFile;

/** Kafka in a container of its own, and each service's image against it. Needs an engine and the images: {@code .ci/containers}. */
@Tag("containers")
class ServiceImagesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final Network NETWORK = Network.newNetwork();

    @TempDir
    private static Path folder;

    private static KeyFolder keys;
    private static int kafkaPort;
    private static GenericContainer<?> kafka;

    @BeforeAll
    static void startKafka() throws IOException {
        var names = Stream.of("localhost", "kafka").toList();
        keys = KeyMaker.make(folder.resolve("keys"), names);
        try (var free = new ServerSocket(0)) {
            kafkaPort = free.getLocalPort();
        }
        kafka = container("kafka", kafkaPort)
                .withNetworkAliases("kafka")
                .withCommand(
                        "/data", "/keys", "BROKER=9092=kafka:9092", "OUTSIDE=%1$d=localhost:%1$d".formatted(kafkaPort));
        kafka.setPortBindings(List.of("%1$d:%1$d".formatted(kafkaPort)));
        kafka.start();
    }

    @AfterAll
    static void stopKafka() {
        kafka.stop();
        NETWORK.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"atlas", "placement", "synthesis", "connectome", "sim", "render"})
    void theImageServesAndIsHealthy(String stage) {
        try (var service = service(stage)) {
            var channel = address(service).channel(keys);
            try {
                var health = HealthGrpc.newBlockingStub(channel).check(HealthCheckRequest.getDefaultInstance());
                assertThat(health.getStatus()).isEqualTo(ServingStatus.SERVING);
                assertThat(service.getLogs())
                        .as("a container tells what it does")
                        .contains("Starting");
            } finally {
                channel.shutdownNow();
            }
        }
    }

    @Test
    void whatAnImageBuildsIsOnKafka() {
        try (var service = service("atlas");
                var fabric = Fabric.connect("localhost:" + kafkaPort, new FabricOptions((short) 1, keys))) {
            var channel = address(service).channel(keys);
            try {
                var request = AtlasRequest.newBuilder()
                        .setRegion("S1HL")
                        .setVoxelUm(100)
                        .build();
                var replies = new ArrayList<BuildProgress>();
                AtlasServiceGrpc.newBlockingStub(channel).build(request).forEachRemaining(replies::add);
                var made = replies.getLast().getResult();
                assertThat(made.getFromCatalogue()).isFalse();
                var manifest = fabric.datasets()
                        .manifest(new DatasetId(made.getDataset().getId()));
                var table = manifest.tables().getFirst().name();
                assertThat((long) fabric.datasets().read(manifest.id(), table).rowCount())
                        .isEqualTo(Objects.requireNonNull(manifest.rows().get(table)))
                        .isPositive();
            } finally {
                channel.shutdownNow();
            }
        }
    }

    private static GenericContainer<?> service(String stage) {
        var service = container(stage + "-svc", 7400)
                .withCommand(
                        "--spring.grpc.server.address=0.0.0.0",
                        "--spring.grpc.server.port=7400",
                        "--brainwright.kafka.bootstrap=kafka:9092");
        service.start();
        return service;
    }

    private static ServerAddress address(GenericContainer<?> service) {
        return new ServerAddress("localhost", service.getMappedPort(7400));
    }

    private static GenericContainer<?> container(String image, int port) {
        var container = new GenericContainer<>(DockerImageName.parse("brainwright/" + image))
                .withNetwork(NETWORK)
                .withExposedPorts(port)
                .waitingFor(Wait.forListeningPorts(port).withStartupTimeout(PATIENCE));
        for (var name : List.of("ca.crt", "tls.crt", "tls.key", "token")) {
            container.withCopyFileToContainer(
                    MountableFile.forHostPath(keys.folder().resolve(name), 0444), "/keys/" + name);
        }
        return container;
    }
}
