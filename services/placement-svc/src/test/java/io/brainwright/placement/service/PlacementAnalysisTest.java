package io.brainwright.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.Message;
import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.rpc.GrpcProblems;
import io.brainwright.fabric.work.Builds;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.MeasuredResponse;
import io.brainwright.proto.fabric.v1.Series;
import io.brainwright.proto.placement.v1.PlacementAnalyseRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.PlacementServiceGrpc;
import io.brainwright.proto.placement.v1.Shape;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.testkit.StageHarness;
import io.grpc.StatusRuntimeException;
import io.grpc.inprocess.InProcessChannelBuilder;
import io.grpc.inprocess.InProcessServerBuilder;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacementAnalysisTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final CorticalRecipe RECIPE = CorticalRecipe.open("rat-nbs1");
    private static DatasetId placed = new DatasetId("0".repeat(64));

    @BeforeAll
    static void place() {
        var atlas = HARNESS.run(
                new AtlasStage(),
                AtlasRequest.newBuilder().setRegion("S1HL").setVoxelUm(100).build());
        placed = HARNESS.run(
                new PlacementStage(),
                PlacementRequest.newBuilder()
                        .setAtlas(DatasetRef.newBuilder().setId(atlas.hex()))
                        .setShape(Shape.newBuilder()
                                .setKind(ShapeKind.SHAPE_KIND_COLUMN)
                                .setWidthUm(200))
                        .build());
    }

    private static PlacementAnalyseRequest.Builder asked(String... metrics) {
        return PlacementAnalyseRequest.newBuilder()
                .setCells(DatasetRef.newBuilder().setId(placed.hex()))
                .addAllMetrics(java.util.List.of(metrics));
    }

    private static MeasuredResponse answer(PlacementAnalyseRequest.Builder asked) {
        return PlacementAnalysis.of(asked.build(), HARNESS);
    }

    private static double value(MeasuredResponse answer, String metric, String group) {
        return answer.getMeasuresList().stream()
                .filter(m -> m.getMetric().equals(metric) && m.getGroup().equals(group))
                .findFirst()
                .orElseThrow()
                .getValue();
    }

    @Test
    void theDensityOfEachLayerIsThatOfTheRecipe() {
        var answer = answer(asked("density_by_depth").setGroupBy("layer"));
        for (var layer : RECIPE.layers()) {
            double expected = RECIPE.neurons_per_mm3(layer.number());
            assertThat(value(answer, "density_by_depth", "L" + layer.number()))
                    .as(layer.toString())
                    .isCloseTo(expected, within(0.02 * expected + 150)); // whole cells
        }
        var curve = answer.getSeries(0);
        assertThat(curve.getXList()).isSorted();
        double depth_um = RECIPE.layer(4).top_um();
        for (int i = 0; i < curve.getXCount(); i++) {
            boolean within4 = curve.getX(i) > depth_um + 25
                    && curve.getX(i) < RECIPE.layer(4).bottom_um() - 25;
            double expected = RECIPE.neurons_per_mm3(4);
            assertThat(!within4 || Math.abs(curve.getY(i) - expected) < 0.25 * expected)
                    .as("%s um: %s", curve.getX(i), curve.getY(i))
                    .isTrue();
        }
    }

    @Test
    void theRecipeStandsBesideInStepsThatEndWhereLayersDo() {
        var answer = answer(asked("density_by_depth"));
        var recipe = series(answer, "recipe_density_by_depth", "recipe");
        int at = 0;
        for (var layer : RECIPE.layers()) {
            for (double depth_um : new double[] {layer.top_um(), layer.bottom_um()}) {
                assertThat(recipe.getX(at)).isEqualTo(depth_um);
                assertThat(recipe.getY(at)).isCloseTo(RECIPE.neurons_per_mm3(layer.number()), within(1e-6));
                at++;
            }
            assertThat(series(answer, "layer", "L" + layer.number()).getXList())
                    .containsExactly(layer.top_um(), layer.bottom_um());
        }
        assertThat(value(answer, "recipe_density", "all"))
                .isCloseTo(value(answer, "density_by_depth", "all"), within(1.0 / 0.06)); // one cell
    }

    @Test
    void excitatoryAndInhibitoryRecipesAddToTheWhole() {
        var answer = answer(asked("density_by_depth").setGroupBy("class"));
        var excitatory = series(answer, "recipe_density_by_depth", "EXC, recipe");
        var inhibitory = series(answer, "recipe_density_by_depth", "INH, recipe");
        for (var layer : RECIPE.layers()) {
            int at = 2 * layer.number() - 1;
            assertThat(excitatory.getY(at) + inhibitory.getY(at))
                    .isCloseTo(RECIPE.neurons_per_mm3(layer.number()), within(1e-6));
            assertThat(inhibitory.getY(at) / RECIPE.neurons_per_mm3(layer.number()))
                    .isCloseTo(RECIPE.inhibitoryFraction(layer.number()), within(1e-9));
        }
    }

    private static Series series(MeasuredResponse answer, String metric, String group) {
        return answer.getSeriesList().stream()
                .filter(s -> s.getMetric().equals(metric) && s.getGroup().equals(group))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void withoutItsBorderTheColumnKeepsItsDensityAndLosesCells() {
        double whole = value(answer(asked("density_by_depth")), "density_by_depth", "all");
        var inner = answer(asked("density_by_depth", "composition").setExcludeBorderUm(40));
        assertThat(value(inner, "density_by_depth", "all")).isCloseTo(whole, within(0.06 * whole));
        double all = value(answer(asked("composition")), "cell_count", "all");
        double area = 120.0 * 120 / (Math.PI * 100 * 100); // a square of the box within the disc; its corners just fit
        assertThat(value(inner, "cell_count", "all")).isCloseTo(area * all, within(0.08 * all));
    }

    @Test
    void sharesSumToOneAndTheRatioIsThatOfTheCounts() {
        var answer = answer(asked("composition", "ei_ratio").setGroupBy("m_type"));
        double sum = answer.getMeasuresList().stream()
                .filter(m -> m.getMetric().equals("composition"))
                .mapToDouble(m -> m.getValue())
                .sum();
        assertThat(sum).isCloseTo(1, within(1e-12));
        assertThat(answer.getMeasuresList())
                .filteredOn(
                        m -> m.getMetric().equals("ei_ratio") && m.getGroup().equals("L5_TPC:A"))
                .singleElement()
                .satisfies(m -> assertThat(m.hasValue()).isFalse());
        var all = answer(asked("ei_ratio"));
        double inhibitory = value(all, "inhibitory_fraction", "all");
        assertThat(value(all, "ei_ratio", "all")).isCloseTo((1 - inhibitory) / inhibitory, within(1e-9));
    }

    @Test
    void noSomaIsNearerThanADiameter() {
        var answer = answer(asked("nearest_neighbour"));
        var measured = answer.getMeasures(0);
        assertThat(measured.getUnit()).isEqualTo("um");
        assertThat(measured.getSd()).isPositive();
        assertThat(measured.getValue()).isBetween(10.0, 16.0);
    }

    @Test
    void faultsNameTheirFieldsOverTheWire() throws IOException {
        var server = InProcessServerBuilder.forName("placement-analysis")
                .addService(new PlacementGrpc(
                        new PlacementStage(),
                        new VesselStage(),
                        new EndfeetStage(),
                        new WrappedStage(),
                        new BrainStage(),
                        HARNESS,
                        new NoBuilds()))
                .build()
                .start();
        var channel = InProcessChannelBuilder.forName("placement-analysis").build();
        try {
            var placement = PlacementServiceGrpc.newBlockingStub(channel);
            assertThat(placement.analyse(asked("composition").build()).getMeasuresCount())
                    .isEqualTo(2);
            var wrong = asked("densities", "density_by_depth")
                    .setGroupBy("region")
                    .setExcludeBorderUm(-1)
                    .build();
            var failure = catchThrowableOfType(StatusRuntimeException.class, () -> placement.analyse(wrong));
            assertThat(GrpcProblems.fromGrpc(failure).faults())
                    .extracting(f -> f.field())
                    .containsExactly("metrics", "exclude_border_um", "group_by");
        } finally {
            channel.shutdownNow();
            server.shutdownNow();
        }
    }

    @Test
    void aBorderWiderThanTheColumnLeavesNothing() {
        var problem = catchThrowableOfType(
                Problem.class, () -> answer(asked("composition").setExcludeBorderUm(150)));
        assertThat(problem.faults().getFirst().field()).isEqualTo("exclude_border_um");
    }

    private record NoBuilds() implements Builds {
        @Override
        public <R extends Message> Built build(Stage<R> stage, R request, Consumer<BuildStatus> progress) {
            throw new AssertionError("an analysis builds nothing");
        }
    }
}
