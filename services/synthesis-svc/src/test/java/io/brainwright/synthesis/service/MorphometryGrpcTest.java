package io.brainwright.synthesis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.protobuf.Message;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.topology.Bars;
import io.brainwright.neuro.topology.PersistenceImage;
import io.brainwright.neuro.topology.PersistenceImage.Window;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.synthesis.v1.MorphometryRequest;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.proto.synthesis.v1.SynthesisServiceGrpc;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
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

class MorphometryGrpcTest {
    private static final String NAME = "morphometry-test";

    private final StageHarness harness = new StageHarness();
    private final GrowthCatalogue catalogue = new GrowthCatalogue();
    private final SynthesisStage stage = new SynthesisStage(catalogue, CorticalLayers.RAT_S1);
    private final DatasetRef cells = ref(harness.run(new PlacedL5(12, 0), SynthesisRequest.getDefaultInstance()));
    private final DatasetRef shapes =
            ref(harness.run(stage, SynthesisRequest.newBuilder().setCells(cells).build()));
    private final Server server = InProcessServerBuilder.forName(NAME)
            .addService(new SynthesisGrpc(stage, new AstrocyteStage(), new NoBuilds(), harness, catalogue))
            .build();
    private final ManagedChannel channel = InProcessChannelBuilder.forName(NAME).build();
    private final SynthesisServiceGrpc.SynthesisServiceBlockingStub synthesis =
            SynthesisServiceGrpc.newBlockingStub(channel);

    private record NoBuilds() implements Builds {
        @Override
        public <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress) {
            throw new AssertionError("an analysis builds nothing");
        }
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
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

    private MorphometryRequest.Builder asked(String... features) {
        return MorphometryRequest.newBuilder()
                .setMorphologies(shapes)
                .setCells(cells)
                .addAllFeatures(java.util.List.of(features));
    }

    @Test
    void theTotalLengthIsTheMeanOverTheCellsOfAnMType() {
        var answer =
                synthesis.analyse(asked("total_length").addMTypes("L5_TPC:A").build());
        var batch = harness.read(new DatasetId(shapes.getId()), MorphologyTable.NAME);
        double sum = 0;
        for (int i = 0; i < 12; i += 3) {
            var cell = MorphologyTable.morphology(batch, i);
            for (int s = 1; s < cell.sectionCount(); s++) {
                sum += cell.type(s) == 3 ? cell.length_um(s) : 0;
            }
        }
        double expected = sum / 4;
        assertThat(answer.getMeasuresList())
                .filteredOn(m -> m.getMetric().equals("total_length_basal_dendrite"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.getGroup()).isEqualTo("L5_TPC:A");
                    assertThat(m.getN()).isEqualTo(4);
                    assertThat(m.getUnit()).isEqualTo("um");
                    assertThat(m.getValue()).isCloseTo(expected, org.assertj.core.api.Assertions.within(1e-6));
                });
    }

    @Test
    void everyFeatureIsAnsweredForEveryMTypeAndExplained() {
        var answer =
                synthesis.analyse(asked("path_length", "total_length", "persistence", "branch_angle", "sholl", "extent")
                        .build());
        assertThat(answer.getMeasuresList()).extracting(m -> m.getGroup()).contains("L5_TPC:A", "L5_TPC:B", "L5_TPC:C");
        assertThat(answer.getMeasuresList())
                .extracting(m -> m.getMetric())
                .contains(
                        "branch_angle_apical_dendrite", "persistence_entropy_axon", "extent_vertical_apical_dendrite");
        assertThat(answer.getSeriesList()).extracting(s -> s.getMetric()).contains("sholl_basal_dendrite");
        assertThat(answer.getNotesList()).hasSize(6);
    }

    @Test
    void theBarcodeOfOneCellOfEachTypeHasABarPerTip() {
        var answer = synthesis.analyse(asked("persistence").build());
        var curves = answer.getSeriesList().stream()
                .filter(s -> s.getMetric().equals("persistence"))
                .toList();
        assertThat(curves)
                .extracting(s -> s.getGroup())
                .anyMatch(g -> g.matches("L5_TPC:A, cell [0-9]+, apical dendrite"));
        for (var curve : curves) {
            assertThat(curve.getXCount()).isEqualTo(curve.getYCount()).isPositive();
            double longest = Math.abs(curve.getX(1) - curve.getX(0));
            for (int bar = 0; bar < curve.getXCount() / 2; bar++) {
                assertThat(curve.getY(2 * bar)).isEqualTo(bar).isEqualTo(curve.getY(2 * bar + 1));
                double length = Math.abs(curve.getX(2 * bar + 1) - curve.getX(2 * bar));
                assertThat(length).isLessThanOrEqualTo(longest);
                longest = length;
            }
        }
    }

    @Test
    void grownCellsStandBesideTheBarsOfTheirReconstructions() {
        var answer = synthesis.analyse(asked("persistence", "total_length")
                .addMTypes("L5_TPC:A")
                .setAgainst("reconstructions")
                .setBars(true)
                .build());
        var curves = answer.getSeriesList().stream()
                .filter(s -> s.getMetric().equals("persistence_bars"))
                .toList();
        assertThat(curves)
                .extracting(s -> s.getGroup())
                .containsExactly(
                        "L5_TPC:A, axon, 12 reconstructions",
                        "L5_TPC:A, axon, 4 grown cells",
                        "L5_TPC:A, basal dendrite, 12 reconstructions",
                        "L5_TPC:A, basal dendrite, 4 grown cells",
                        "L5_TPC:A, apical dendrite, 12 reconstructions",
                        "L5_TPC:A, apical dendrite, 4 grown cells");
        var real = bars(curves.get(2));
        var grown = bars(curves.get(3));
        var window = Window.around(real, grown);
        double expected = PersistenceImage.of(real, window).meanDifference(PersistenceImage.of(grown, window));
        assertThat(answer.getMeasuresList())
                .filteredOn(m -> m.getMetric().equals("persistence_difference_basal_dendrite"))
                .singleElement()
                .satisfies(m -> assertThat(m.getValue()).isEqualTo(expected).isBetween(0.0, 0.2));
        double fitted_um = 0; // length of a tree is that of its bars
        for (int b = 0; b < real.size(); b++) {
            fitted_um += (real.tip_um()[b] - real.fork_um()[b]) / 12;
        }
        double mean_um = fitted_um;
        assertThat(answer.getMeasuresList())
                .filteredOn(m -> m.getMetric().equals("total_length_basal_dendrite_reconstructions"))
                .singleElement()
                .satisfies(m -> {
                    assertThat(m.getN()).isEqualTo(12);
                    assertThat(m.getValue()).isCloseTo(mean_um, org.assertj.core.api.Assertions.within(1e-6));
                });
        assertThat(answer.getNotesList()).anyMatch(n -> n.contains("the reconstructions themselves are not shipped"));
    }

    private static Bars bars(io.brainwright.proto.fabric.v1.Series curve) {
        return new Bars(
                curve.getXList().stream().mapToDouble(Double::doubleValue).toArray(),
                curve.getYList().stream().mapToDouble(Double::doubleValue).toArray());
    }

    @Test
    void whatBarsDoNotTellIsNotCompared() {
        var wrong = asked("sholl").setAgainst("reconstructions").build();
        var failure = catchThrowableOfType(StatusRuntimeException.class, () -> synthesis.analyse(wrong));
        assertThat(GrpcProblems.fromGrpc(failure).faults())
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("path_length, persistence, total_length"));
    }

    @Test
    void faultsNameTheirFields() {
        var wrong = asked("lengths").clearCells().build();
        var failure = catchThrowableOfType(StatusRuntimeException.class, () -> synthesis.analyse(wrong));
        assertThat(GrpcProblems.fromGrpc(failure).faults())
                .extracting(f -> f.field())
                .containsExactly("cells", "features");
        var absent = asked("sholl").addMTypes("L5_TPCA").build();
        var none = catchThrowableOfType(StatusRuntimeException.class, () -> synthesis.analyse(absent));
        assertThat(GrpcProblems.fromGrpc(none).faults().getFirst().fault()).contains("L5_TPC:A");
    }
}
