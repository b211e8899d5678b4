package io.brainwright.synthesis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.morphology.SectionType;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.synthesis.model.growth.CellGrower;
import io.brainwright.synthesis.model.growth.CorticalLayers;
import io.brainwright.synthesis.model.parameters.GrowthCatalogue;
import io.brainwright.testkit.StageHarness;
import org.junit.jupiter.api.Test;

class SynthesisStageTest {
    private final GrowthCatalogue catalogue = new GrowthCatalogue();
    private final SynthesisStage stage = new SynthesisStage(catalogue, CorticalLayers.RAT_S1);

    private Batch grow(PlacedL5 cells) {
        var harness = new StageHarness();
        var id = harness.run(cells, SynthesisRequest.getDefaultInstance());
        var request = SynthesisRequest.newBuilder()
                .setCells(DatasetRef.newBuilder().setId(id.hex()))
                .setSeed(7)
                .build();
        return harness.read(harness.run(stage, request), MorphologyTable.NAME);
    }

    @Test
    void noPointOfAHundredLayer5CellsLiesAboveThePiaAndMostTuftsEndInLayer1() {
        var cells = new PlacedL5(100, 0);
        var grown = grow(cells);
        int inLayer1 = 0;
        for (int c = 0; c < grown.rowCount(); c++) {
            var cell = MorphologyTable.morphology(grown, c);
            double top = 0;
            for (int p = 0; p < cell.pointCount(); p++) {
                assertThat(cell.y(p)).isLessThan(cells.depth_um(c) + 5);
                top = Math.max(top, cell.y(p));
            }
            inLayer1 += top > cells.depth_um(c) - 165 ? 1 : 0;
        }
        assertThat(inLayer1).isGreaterThanOrEqualTo(90);
    }

    @Test
    void parentsPrecedeTheirChildrenWhichBeginWhereTheParentEnds() {
        var cell = MorphologyTable.morphology(grow(new PlacedL5(1, 3)), 0);
        for (int s = 1; s < cell.sectionCount(); s++) {
            int parent = cell.parent(s);
            assertThat(parent).isLessThan(s);
            assertThat(cell.type(s)).isGreaterThanOrEqualTo(cell.type(s - 1));
            if (parent > 0) {
                assertThat(cell.x(cell.begin(s))).isEqualTo(cell.x(cell.end(parent) - 1));
                assertThat(cell.y(cell.begin(s))).isEqualTo(cell.y(cell.end(parent) - 1));
            }
        }
    }

    @Test
    void aCellGrowsTheSameAloneAsAmongOthers() {
        var many = MorphologyTable.morphology(grow(new PlacedL5(70, 0)), 66);
        var alone = MorphologyTable.morphology(grow(new PlacedL5(1, 66)), 0);
        assertThat(coordinates(alone)).isEqualTo(coordinates(many));
    }

    @Test
    void everyMtypeGrowsWithDendritesAndAxon() {
        for (var rule : catalogue.rules()) {
            var tissue =
                    CorticalLayers.RAT_S1.tissue(100 + 300.0 * (rule.mtype().charAt(1) - '1'), rule.grown_from());
            var cell = CellGrower.grow(1, 5, rule, catalogue.parameters(rule), tissue, true);
            assertThat(length(cell, SectionType.BASAL)).as(rule.mtype()).isGreaterThan(300);
            assertThat(length(cell, SectionType.AXON)).as(rule.mtype()).isBetween(300.0, 25000.0);
        }
        assertThat(catalogue.rules()).hasSize(60);
    }

    @Test
    void aRequestWithoutCellsIsRefusedByName() {
        assertThatThrownBy(() -> stage.complete(SynthesisRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().field()).isEqualTo("cells"));
    }

    private static double length(Morphology cell, byte type) {
        double sum = 0;
        for (int s = 1; s < cell.sectionCount(); s++) {
            sum += cell.type(s) == type ? cell.length_um(s) : 0;
        }
        return sum;
    }

    private static float[] coordinates(Morphology cell) {
        float[] all = new float[4 * cell.pointCount()];
        for (int p = 0; p < cell.pointCount(); p++) {
            all[4 * p] = cell.x(p);
            all[4 * p + 1] = cell.y(p);
            all[4 * p + 2] = cell.z(p);
            all[4 * p + 3] = cell.diameter(p);
        }
        return all;
    }
}
