package io.brainwright.placement;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.atlas.AtlasService;
import io.brainwright.fabric.broker.EmbeddedBroker;
import io.brainwright.fabric.rpc.GrpcPort;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.BuildResult;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import java.nio.file.Path;
import java.util.Iterator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** Two services, each started by its own main, share nothing but a broker. */
class ServicesApartTest {
    @TempDir
    private Path workspace;

    @Test
    void oneServicePlacesCellsInWhatAnotherVoxelised() {
        try (var atlas = AtlasService.start(
                "--brainwright.workspace=" + workspace, "--spring.grpc.server.port=0", "--brainwright.workers=1")) {
            var kafka = atlas.getBean(EmbeddedBroker.class).bootstrap();
            try (var placement = PlacementService.start(
                    "--brainwright.kafka.bootstrap=" + kafka,
                    "--spring.grpc.server.port=0",
                    "--brainwright.workers=1")) {
                assertThat(placement.getBeansOfType(EmbeddedBroker.class)).isEmpty();
                var atlasChannel = channel(atlas);
                var placementChannel = channel(placement);
                try {
                    var region = result(AtlasServiceGrpc.newBlockingStub(atlasChannel)
                            .build(AtlasRequest.newBuilder()
                                    .setRegion("S1J")
                                    .setVoxelUm(100)
                                    .build()));
                    var order = PlacementRequest.newBuilder()
                            .setAtlas(region.getDataset())
                            .setCellCount(20);
                    var cells = result(PlacementServiceGrpc.newBlockingStub(placementChannel)
                            .build(order.build()));
                    assertThat(cells.getFromCatalogue()).isFalse();
                    assertThat(cells.getRows()).isEqualTo(20 + 1); // the cells, and one row about their shape
                } finally {
                    atlasChannel.shutdownNow();
                    placementChannel.shutdownNow();
                }
            }
        }
    }

    private static ManagedChannel channel(ConfigurableApplicationContext service) {
        int port = service.getBean(GrpcPort.class).port();
        return ManagedChannelBuilder.forAddress("127.0.0.1", port)
                .usePlaintext()
                .build();
    }

    private static BuildResult result(Iterator<BuildProgress> replies) {
        var last = BuildProgress.getDefaultInstance();
        while (replies.hasNext()) {
            last = replies.next();
        }
        return last.getResult();
    }
}
