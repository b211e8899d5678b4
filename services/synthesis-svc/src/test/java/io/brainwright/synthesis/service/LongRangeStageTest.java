package io.brainwright.synthesis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.synthesis.v1.LongRangeAxons;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.testkit.StageHarness;
import java.util.List;
import org.junit.jupiter.api.Test;

class LongRangeStageTest {
    private static final List<String> TYPES = List.of("L5_TPC:A", "L5_MC", "L5_TPC:C");

    private final GrowthCatalogue catalogue = new GrowthCatalogue();
    private final SynthesisStage stage = new SynthesisStage(catalogue, CorticalLayers.RAT_S1);
    private final StageHarness harness = new StageHarness();

    private SynthesisRequest request(PlacedOnSheet cells, LongRangeAxons.Builder asked) {
        var id = harness.run(cells, SynthesisRequest.getDefaultInstance());
        return SynthesisRequest.newBuilder()
                .setCells(DatasetRef.newBuilder().setId(id.hex()))
                .setSeed(7)
                .setLongRange(asked)
                .build();
    }

    private Batch grow(SynthesisRequest request) {
        return harness.read(harness.run(stage, request), MorphologyTable.NAME);
    }

    private static LongRangeAxons.Builder to(String... targets) {
        return LongRangeAxons.newBuilder().addAllTargets(List.of(targets));
    }

    private static List<Float> points(Batch grown, int row) {
        var cell = MorphologyTable.morphology(grown, row);
        var all = new java.util.ArrayList<Float>();
        for (int p = 0; p < cell.pointCount(); p++) {
            all.addAll(List.of(cell.x(p), cell.y(p), cell.z(p), cell.diameter(p)));
        }
        return all;
    }

    @Test
    void aCellSendsTheSameAxonAloneAsAmongOthers() {
        var regions = List.of("S1HL", "S1FL");
        var many = grow(request(new PlacedOnSheet(72, 0, TYPES, regions), to("S1J", "S1Tr")));
        var alone = grow(request(new PlacedOnSheet(1, 66, TYPES, regions), to("S1Tr", "S1J")));
        assertThat(points(alone, 0)).isEqualTo(points(many, 66));
    }

    @Test
    void onlyExcitatoryCellsOfOtherRegionsProjectAndTheOthersKeepTheirBytes() {
        var cells = new PlacedOnSheet(12, 0, TYPES, List.of("S1HL", "S1FL"));
        var asked = request(cells, to("S1FL"));
        var with = grow(asked);
        var without = grow(asked.toBuilder().clearLongRange().build());
        for (int c = 0; c < 12; c++) {
            boolean projects = c % 2 == 0 && !TYPES.get(c % 3).equals("L5_MC");
            assertThat(points(with, c).equals(points(without, c)))
                    .as("cell %d stays", c)
                    .isEqualTo(!projects);
        }
    }

    @Test
    void theMtypesThatAreNamedProjectAndNoOthers() {
        var asked = request(
                new PlacedOnSheet(6, 0, TYPES, List.of("S1HL")), to("S1FL").addMTypes("L5_TPC:C"));
        var with = grow(asked);
        var without = grow(asked.toBuilder().clearLongRange().build());
        for (int c = 0; c < 6; c++) {
            assertThat(points(with, c).equals(points(without, c))).isEqualTo(c % 3 != 2);
        }
    }

    @Test
    void faultsAreNamedTogether() {
        var bad = to("S1XX").addMTypes("L5_MC").addMTypes("L9_PC").setTufts(9);
        var asked = request(new PlacedOnSheet(1, 0, TYPES, List.of("S1HL")), bad);
        assertThatThrownBy(() -> stage.complete(asked)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.faults())
                    .extracting(f -> f.field())
                    .containsExactly(
                            "long_range.targets[0]",
                            "long_range.m_types[0]",
                            "long_range.m_types[1]",
                            "long_range.tufts");
            assertThat(p.faults().get(1).toString()).contains("inhibitory");
        });
        assertThatThrownBy(() -> stage.complete(asked.toBuilder()
                        .setLongRange(LongRangeAxons.getDefaultInstance())
                        .build()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().field()).isEqualTo("long_range.targets"));
    }

    @Test
    void aTargetThatIsTheOnlyRegionOfTheCellsIsRefused() {
        var asked = request(new PlacedOnSheet(3, 0, TYPES, List.of("S1FL")), to("S1FL"));
        assertThatThrownBy(() -> harness.run(stage, asked)).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.reason()).isEqualTo("NO_PROJECTING_CELLS");
            assertThat(p.sentence()).contains("All 2 cells").contains("S1FL");
        });
    }

    @Test
    void cellsWithoutAPlaceInTheAtlasAreRefused() {
        var id = harness.run(new PlacedL5(1, 0), SynthesisRequest.getDefaultInstance());
        var asked = SynthesisRequest.newBuilder()
                .setCells(DatasetRef.newBuilder().setId(id.hex()))
                .setLongRange(to("S1FL"))
                .build();
        assertThatThrownBy(() -> harness.run(stage, asked))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().field()).isEqualTo("cells"));
    }

    @Test
    void theEstimateCountsTheAxonsAndSaysWhatWasChosen() {
        var asked =
                stage.complete(request(new PlacedOnSheet(12, 0, TYPES, List.of("S1HL", "S1FL")), to("S1FL", "S1J")));
        var cells = harness.read(
                new io.brainwright.fabric.dataset.DatasetId(asked.getCells().getId()), PlacedCells.TABLE);
        var estimate = new GrowthEstimate(catalogue).of(asked, cells);
        assertThat(estimate.getNotesList()).contains("12 long-range axons"); // 4 cells to two regions, 4 to one
        assertThat(estimate.getAssumptionsList()).anySatisfy(a -> {
            assertThat(a.getPath()).isEqualTo("synthesis.long_range.tufts");
            assertThat(a.getValue()).isEqualTo("2");
        });
    }
}
