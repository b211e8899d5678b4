package io.brainwright.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.rpc.BadRequest;
import io.brainwright.agents.notebook.Finding;
import io.brainwright.agents.notebook.Notebook;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.planner.Planner;
import io.brainwright.agents.planner.Proposal;
import io.brainwright.agents.planner.WorkspaceView;
import io.brainwright.agents.run.Built;
import io.brainwright.agents.run.PlanRunner;
import io.brainwright.agents.run.RunListener;
import io.brainwright.agents.run.RunResult;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.atlas.v1.AtlasServiceGrpc;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Progress;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.SimServiceGrpc;
import io.brainwright.sonata.inspect.Inspection;
import io.grpc.ManagedChannel;
import io.grpc.ManagedChannelBuilder;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse.ServingStatus;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.protobuf.StatusProto;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The whole platform, small: from words to a finding over the real broker, and bad requests over a real network. */
@Timeout(300)
class WholeWorkflowTest {
    private static final String WORDS =
            "Take 12 neurons from a 120 um wide column of rat S1Tr, stimulate layer 4 at 5 ms and show me the activity for 12 ms";

    @TempDir
    static Path workspace;

    private static Platform platform;
    private static ManagedChannel network;

    @BeforeAll
    static void start() {
        platform = Platform.start(workspace, 0, 0);
        network = ManagedChannelBuilder.forAddress("127.0.0.1", platform.grpcPort())
                .usePlaintext()
                .build();
    }

    @AfterAll
    static void stop() {
        network.shutdownNow();
        platform.close();
    }

    @Test
    void oneSentenceBecomesSpikesAndTheSecondTimeNothingIsBuilt() throws Exception {
        var plan = plan(WORDS);
        var notebook = new Notebook(workspace, platform.part(Datasets.class));
        var folder = notebook.folder(plan, LocalDate.of(2026, 1, 2));
        var first = run(plan, folder);
        assertThat(first.datasets())
                .extracting(Built::stage)
                .contains("atlas", "placement", "synthesis", "connectome", "sim", "sim control");
        var comparison = Objects.requireNonNull(first.comparison());
        assertThat(comparison.getLayersList().stream()
                        .mapToLong(l -> l.getCells())
                        .sum())
                .isEqualTo(12);
        assertThat(comparison.getControlSpikes()).isZero();
        assertThat(Finding.words(first).getFirst()).contains("spike");
        assertThat(first.words().stream().filter(w -> w.startsWith("Latency:")))
                .as("what one run says and the other does not is told with its name")
                .satisfiesExactlyInAnyOrder(
                        w -> assertThat(w).endsWith("(stimulated)."),
                        w -> assertThat(w).endsWith("(control)."));
        for (var picture : first.pictures()) {
            var image = ImageIO.read(picture.toFile());
            assertThat(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                    .as(picture + " is not blank")
                    .satisfies(pixels -> assertThat(
                                    java.util.Arrays.stream(pixels).distinct().count())
                            .isGreaterThan(10));
        }
        assertThat(Inspection.of(Objects.requireNonNull(first.circuit())).populations())
                .hasSize(2);
        assertThat(Files.readString(notebook.write(folder, plan, first))).contains(WORDS, "Finding", "chosen:");

        StageGoldens.expect(first.datasets(), platform.part(Datasets.class));

        var again = run(plan, folder);
        assertThat(again.datasets()).allMatch(Built::fromCatalogue);
        assertThat(again.datasets())
                .extracting(Built::id)
                .isEqualTo(first.datasets().stream().map(Built::id).toList());

        var other = plan(WORDS.replace("layer 4", "layer 5"));
        var changed = run(other, notebook.folder(other, LocalDate.of(2026, 1, 2)));
        assertThat(changed.datasets())
                .filteredOn(d -> List.of("atlas", "placement", "synthesis", "connectome", "sim control")
                        .contains(d.stage()))
                .as("a changed stimulus rebuilds nothing upstream, and not the control")
                .allMatch(Built::fromCatalogue);
        assertThat(changed.datasets()).filteredOn(d -> d.stage().equals("sim")).noneMatch(Built::fromCatalogue);
    }

    @Test
    void theServicesAreHealthy() {
        assertThat(HealthGrpc.newBlockingStub(network)
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(ServingStatus.SERVING);
    }

    @Test
    void anUnknownRegionIsAnInvalidArgumentThatOffersTheNearest() {
        assertThatThrownBy(() -> AtlasServiceGrpc.newBlockingStub(network)
                        .build(AtlasRequest.newBuilder().setRegion("S1XY").build())
                        .hasNext())
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(violations(refused)).anySatisfy(v -> {
                        assertThat(v.getField()).isEqualTo("region");
                        assertThat(v.getDescription()).contains("S1HL");
                    });
                });
    }

    @Test
    void allFaultsOfARequestComeTogether() {
        assertThatThrownBy(() -> PlacementServiceGrpc.newBlockingStub(network)
                        .build(PlacementRequest.newBuilder()
                                .setCellCount(-5)
                                .addLayers(9)
                                .setDensityScale(-1)
                                .build())
                        .hasNext())
                .isInstanceOfSatisfying(StatusRuntimeException.class, refused -> {
                    assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.INVALID_ARGUMENT);
                    assertThat(violations(refused))
                            .extracting(BadRequest.FieldViolation::getField)
                            .contains("cell_count", "density_scale", "atlas");
                });
    }

    @Test
    void aSimulationWithoutTimeOrCellsIsRefused() {
        assertThatThrownBy(() -> SimServiceGrpc.newBlockingStub(network)
                        .build(SimRequest.newBuilder().setDurationMs(0).build())
                        .hasNext())
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(violations(refused))
                                .extracting(BadRequest.FieldViolation::getField)
                                .contains("duration_ms", "cells", "morphologies"));
    }

    @Test
    void aDatasetThatDoesNotExistIsNotFound() {
        assertThatThrownBy(() -> PlacementServiceGrpc.newBlockingStub(network)
                        .build(PlacementRequest.newBuilder()
                                .setAtlas(DatasetRef.newBuilder().setId("0".repeat(64)))
                                .setCellCount(3)
                                .build())
                        .forEachRemaining(_ -> {}))
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode()).isEqualTo(Status.Code.NOT_FOUND));
    }

    private static List<BadRequest.FieldViolation> violations(StatusRuntimeException refused) {
        var status = Objects.requireNonNull(StatusProto.fromThrowable(refused));
        return status.getDetailsList().stream()
                .filter(detail -> detail.is(BadRequest.class))
                .flatMap(detail -> {
                    try {
                        return detail.unpack(BadRequest.class).getFieldViolationsList().stream();
                    } catch (com.google.protobuf.InvalidProtocolBufferException broken) {
                        throw new AssertionError(broken);
                    }
                })
                .toList();
    }

    private static Plan plan(String words) {
        var proposal = platform.part(Planner.class).propose(words, WorkspaceView.of(workspace));
        assertThat(proposal).isInstanceOf(Proposal.Ready.class);
        return ((Proposal.Ready) proposal).plan();
    }

    private static RunResult run(Plan plan, Path folder) {
        return platform.part(PlanRunner.class).run(plan, plan.hash(), folder, new Quiet());
    }

    private static final class Quiet implements RunListener {
        @Override
        public void progress(String step, Progress progress) {
            assertThat(progress.getDone()).isBetween(0L, Math.max(progress.getDone(), progress.getTotal()));
        }

        @Override
        public void done(String step, Built built) {
            assertThat(built.id()).hasSize(64);
        }

        @Override
        public void wrote(String step, String what) {
            assertThat(what).isNotEmpty();
        }
    }
}
