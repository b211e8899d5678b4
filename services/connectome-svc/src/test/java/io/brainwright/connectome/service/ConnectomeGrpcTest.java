package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Message;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.proto.connectome.v1.ConnectivityRequest;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc;
import io.brainwright.proto.connectome.v1.ConnectomeServiceGrpc.ConnectomeServiceBlockingStub;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.fabric.v1.BuildProgress;
import io.brainwright.proto.fabric.v1.CellGroup;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.Measured;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
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

class ConnectomeGrpcTest {
    private final StageHarness harness = new StageHarness();
    private final DatasetRef circuit = ref(harness.run(new SmallCircuit(30, 60), PathwaysRequest.getDefaultInstance())
            .hex());
    private final Server server = InProcessServerBuilder.forName("connectome-test")
            .addService(new ConnectomeGrpc(
                    new InMemory(harness),
                    harness,
                    new ConnectomeStage(),
                    new EditStage(),
                    new ThalamicStage(),
                    new MidRangeStage(),
                    new GapStage()))
            .build();
    private final ManagedChannel channel =
            InProcessChannelBuilder.forName("connectome-test").build();
    private final ConnectomeServiceBlockingStub connectome = ConnectomeServiceGrpc.newBlockingStub(channel);

    /** Builds at once, in this thread, into the harness. */
    private record InMemory(StageHarness harness) implements Builds {
        @Override
        public <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress) {
            progress.accept(new BuildStatus(stage.name(), stage.verb(), stage.unit(), 0, 1, "", 0));
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
    void buildTellsItsProgressAndEndsWithADatasetWhosePathwaysCanBeCounted() {
        BuildProgress last = BuildProgress.getDefaultInstance();
        var stream = connectome.build(request());
        assertThat(stream.next().getProgress().getVerb()).isEqualTo("wired");
        while (stream.hasNext()) {
            last = stream.next();
        }
        var counts = connectome.pathways(PathwaysRequest.newBuilder()
                .setSynapses(last.getResult().getDataset())
                .setCells(circuit)
                .build());
        assertThat(counts.getSynapses())
                .isPositive()
                .isLessThan(last.getResult().getRows());
        assertThat(counts.getConnections()).isPositive().isLessThanOrEqualTo(counts.getSynapses());
    }

    @Test
    void estimateCitesTheSourceOfEveryAssumption() {
        var estimate = connectome.estimate(request());
        assertThat(estimate.getUnit()).isEqualTo("synapses");
        assertThat(estimate.getSeconds()).isPositive();
        assertThat(estimate.getAssumptionsList())
                .isNotEmpty()
                .allSatisfy(a -> assertThat(a.getSource()).isNotEmpty());
    }

    @Test
    void aRequestWithoutCellsNamesTheField() {
        var failure = catchThrowableOfType(
                StatusRuntimeException.class, () -> connectome.estimate(ConnectomeRequest.getDefaultInstance()));
        assertThat(GrpcProblems.fromGrpc(failure).faults())
                .extracting(f -> f.field())
                .containsExactly("cells", "morphologies");
    }

    @Test
    void aDatasetThatDoesNotExistIsNotFound() {
        var missing = request().toBuilder().setCells(ref("f".repeat(64))).build();
        var failure = catchThrowableOfType(StatusRuntimeException.class, () -> connectome.estimate(missing));
        assertThat(GrpcProblems.fromGrpc(failure).reason()).isEqualTo("DATASET_NOT_FOUND");
    }

    @Test
    void theWiringIsMeasuredOverTheWire() {
        var synapses = built();
        var pathways = connectome.pathways(PathwaysRequest.newBuilder()
                .setSynapses(synapses)
                .setCells(circuit)
                .build());
        var answer = connectome.analyse(ConnectivityRequest.newBuilder()
                .setSynapses(synapses)
                .setCells(circuit)
                .addAllMetrics(ConnectivityRequests.METRICS)
                .build());
        double pairs = 30 * 29;
        assertThat(value(answer, "connection_probability")).isEqualTo(pathways.getConnections() / pairs);
        assertThat(value(answer, "synapses_per_connection"))
                .isCloseTo((double) pathways.getSynapses() / pathways.getConnections(), within(1e-9));
        assertThat(value(answer, "convergence")).isCloseTo(pathways.getConnections() / 30.0, within(1e-9));
        assertThat(value(answer, "simplices_dim1")).isEqualTo(pathways.getConnections());
        for (var shares : new String[] {"layer_contribution", "layer_cells"}) {
            assertThat(answer.getMeasuresList().stream()
                            .filter(m -> m.getMetric().equals(shares))
                            .mapToDouble(Measured::getValue)
                            .sum())
                    .isCloseTo(1, within(1e-9));
        }
        assertThat(answer.getSeriesList())
                .extracting(s -> s.getMetric())
                .contains("connection_probability", "simplices");
        assertThat(answer.getNotesList()).anySatisfy(n -> assertThat(n).contains("(n - 2) p^2"));
    }

    @Test
    void groupsBearTheNamesOfBothSidesAndSelectionsNarrowThem() {
        var answer = connectome.analyse(ConnectivityRequest.newBuilder()
                .setSynapses(built())
                .setCells(circuit)
                .addMetrics("connection_probability")
                .addMetrics("degree")
                .setPre(CellGroup.newBuilder().setSynapseClass("EXC"))
                .setGroupBy("pathway")
                .build());
        assertThat(answer.getMeasuresList())
                .filteredOn(m -> m.getMetric().equals("connection_probability"))
                .extracting(m -> m.getGroup())
                .contains("L4 EXC to L5 EXC", "L5 EXC to L2 INH")
                .noneMatch(g -> g.contains("INH to"));
        assertThat(answer.getMeasuresList())
                .filteredOn(m -> m.getMetric().equals("out_degree"))
                .extracting(m -> m.getGroup())
                .containsExactly("L4 EXC", "L5 EXC");
    }

    @Test
    void motifsStandBesideThoseOfGraphsThatKeepWhatWasAsked() {
        var answer = connectome.analyse(ofNinetyCells()
                .addMetrics("simplices")
                .addMetrics("rich_club")
                .addMetrics("reciprocity")
                .setControl(ConnectivityRequest.Control.newBuilder()
                        .addPreserve("out_degree")
                        .addPreserve("reciprocity")
                        .setGraphs(4))
                .build());
        var byMetric = answer.getMeasuresList().stream()
                .collect(java.util.stream.Collectors.toMap(m -> m.getMetric(), m -> m, (a, _) -> a));
        assertThat(byMetric).containsKeys("rich_club", "rich_club_control", "simplices_dim2_over_control");
        var kept = java.util.Objects.requireNonNull(byMetric.get("reciprocity_over_control"));
        assertThat(kept.getValue()).isEqualTo(1);
        assertThat(java.util.Objects.requireNonNull(byMetric.get("simplices_dim2_control"))
                        .getN())
                .isEqualTo(4);
        assertThat(answer.getNotesList())
                .anySatisfy(n -> assertThat(n).contains("4 graphs", "the same out-degree, reciprocity"));
    }

    @Test
    void participationCavitiesAndHighwaysFitTheDegreesOfTheSameGraph() {
        var answer = connectome.analyse(ofNinetyCells()
                .addMetrics("participation")
                .addMetrics("betti")
                .addMetrics("highway_hubs")
                .addMetrics("degree")
                .addMetrics("simplices")
                .setMinDistanceUm(20)
                .build());
        var found = answer.getMeasuresList().stream()
                .collect(java.util.stream.Collectors.toMap(Measured::getMetric, Measured::getValue, (a, _) -> a));
        assertThat(found.get("participation_dim1"))
                .isCloseTo(value(found, "out_degree") + value(found, "in_degree"), within(1e-9));
        assertThat(found.get("participation_dim2"))
                .isCloseTo(3 * value(found, "simplices_dim2") / value(found, "simplices_dim0"), within(1e-9));
        assertThat(value(found, "betti_dim0")).isBetween(1.0, 90.0);
        assertThat(value(found, "distant_pairs_reached")).isBetween(value(found, "distant_pairs_connected"), 1.0);
        assertThat(value(found, "highway_traffic_share")).isCloseTo(1, within(1e-9));
        assertThat(answer.getSeriesList()).extracting(c -> c.getMetric()).contains("participation", "betti");
        assertThat(answer.getNotesList()).anySatisfy(n -> assertThat(n).contains("at least 20 um apart"));
    }

    /** Asks of a circuit that is large enough for triangles. */
    private ConnectivityRequest.Builder ofNinetyCells() {
        var cells = ref(harness.run(new SmallCircuit(90, 60), PathwaysRequest.getDefaultInstance())
                .hex());
        return ConnectivityRequest.newBuilder()
                .setSynapses(
                        ref(harness.run(new ConnectomeStage(), request(cells)).hex()))
                .setCells(cells);
    }

    private static double value(java.util.Map<String, Double> found, String metric) {
        return java.util.Objects.requireNonNull(found.get(metric), metric);
    }

    @Test
    void anUnknownMetricIsAnsweredWithTheKnownOnes() {
        var failure = catchThrowableOfType(
                StatusRuntimeException.class,
                () -> connectome.analyse(ConnectivityRequest.newBuilder()
                        .setSynapses(circuit)
                        .setCells(circuit)
                        .addMetrics("reciprocities")
                        .setGroupBy("colour")
                        .setMaxDimension(9)
                        .build()));
        var problem = GrpcProblems.fromGrpc(failure);
        assertThat(problem.faults()).extracting(f -> f.field()).containsExactly("metrics", "group_by", "max_dimension");
        assertThat(problem.faults().getFirst().fault()).contains("Did you mean reciprocity?", "simplices");
    }

    @Test
    void anEditIsBuiltOverTheWire() {
        BuildProgress last = BuildProgress.getDefaultInstance();
        var stream = connectome.edit(EditRequest.newBuilder()
                .setSynapses(built())
                .setCells(circuit)
                .setRemoveFraction(1)
                .build());
        while (stream.hasNext()) {
            last = stream.next();
        }
        var counts = connectome.pathways(PathwaysRequest.newBuilder()
                .setSynapses(last.getResult().getDataset())
                .setCells(circuit)
                .build());
        assertThat(counts.getSynapses()).isZero();
    }

    private DatasetRef built() {
        return ref(harness.run(new ConnectomeStage(), request()).hex());
    }

    private static double value(MeasuredResponse answer, String metric) {
        return answer.getMeasuresList().stream()
                .filter(m -> m.getMetric().equals(metric))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    private ConnectomeRequest request() {
        return request(circuit);
    }

    private static ConnectomeRequest request(DatasetRef cells) {
        return ConnectomeRequest.newBuilder()
                .setCells(cells)
                .setMorphologies(cells)
                .build();
    }

    private static DatasetRef ref(String hex) {
        return DatasetRef.newBuilder().setId(hex).build();
    }
}
