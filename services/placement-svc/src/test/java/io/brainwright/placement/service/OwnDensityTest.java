package io.brainwright.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Provenance;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.testkit.StageHarness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scientist's own numbers reach the cells, and only ids that they change are others. */
class OwnDensityTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final CorticalRecipe RECIPE = CorticalRecipe.open("rat-nbs1");

    @Test
    void anOwnDensityOfALayerChangesThatLayerOnlyAndTheId() {
        var atlas = atlas(null);
        var before = HARNESS.run(new PlacementStage(), cells(atlas, null));
        var after = HARNESS.run(new PlacementStage(), cells(atlas, own("layers.4.neurons_per_mm3", 2 * 105255.29)));

        assertThat(after).isNotEqualTo(before);
        assertThat(inLayer(after, 4)).isCloseTo(2 * inLayer(before, 4), within(0.01 * inLayer(before, 4)));
        assertThat(inLayer(after, 5)).isEqualTo(inLayer(before, 5));
    }

    @Test
    void anOwnThicknessOfTheTissueHoldsForTheCells() {
        var thick = atlas(own("layers.4.thickness_um", 380));
        var before = HARNESS.run(new PlacementStage(), cells(atlas(null), null));
        var after = HARNESS.run(new PlacementStage(), cells(thick, null));

        assertThat(thick).isNotEqualTo(atlas(null));
        assertThat(inLayer(after, 4)).isCloseTo(2 * inLayer(before, 4), within(0.02 * inLayer(before, 4)));
    }

    @Test
    void theRecipesOwnNumberSaidAgainIsTheSameDataset() {
        var plain = id(AtlasRequest.newBuilder().setRegion("S1HL"));
        var again = id(AtlasRequest.newBuilder()
                .setRegion("S1HL")
                .setOwnValues(own("layers.4.thickness_um", RECIPE.layer(4).thickness_um())));
        var other = id(AtlasRequest.newBuilder().setRegion("S1HL").setOwnValues(own("layers.4.thickness_um", 210)));

        assertThat(again).isEqualTo(plain).isNotEqualTo(other);
        assertThat(Provenance.requestJson(new AtlasStage()
                        .complete(AtlasRequest.newBuilder().setRegion("S1HL").build())))
                .doesNotContain("own_values");
    }

    private static DatasetId id(AtlasRequest.Builder request) {
        var stage = new AtlasStage();
        return Provenance.id(stage.name(), stage.version(), stage.complete(request.build()), List.of());
    }

    @Test
    void aNumberOfAnotherStageOrOutOfRangeIsRefusedByName() {
        assertThatThrownBy(() -> atlas(own("layers.4.neurons_per_mm3", 1)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("layers.4.neurons_per_mm3"));
        assertThatThrownBy(() -> atlas(own("layers.4.thickness_um", -3)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("-3"));
        assertThatThrownBy(() ->
                        new PlacementStage().complete(cells(atlas(null), own("layers.4.inhibitory_fraction", 1.2))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("1.2"));
    }

    private static DatasetId atlas(@org.jspecify.annotations.Nullable OwnValues own) {
        var request = AtlasRequest.newBuilder().setRegion("S1HL").setVoxelUm(100);
        if (own != null) {
            request.setOwnValues(own);
        }
        return HARNESS.run(new AtlasStage(), request.build());
    }

    private static PlacementRequest cells(DatasetId atlas, @org.jspecify.annotations.Nullable OwnValues own) {
        var request = PlacementRequest.newBuilder();
        request.getAtlasBuilder().setId(atlas.hex());
        request.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_COLUMN).setWidthUm(150);
        if (own != null) {
            request.setOwnValues(own);
        }
        return request.build();
    }

    private static OwnValues own(String path, double value) {
        return OwnValues.newBuilder()
                .addValues(OwnValue.newBuilder().setPath(path).setValue(value))
                .build();
    }

    private static double inLayer(DatasetId cells, int layer) {
        double n = 0;
        for (byte in : HARNESS.read(cells, "cells").bytes("layer")) {
            n += in == layer ? 1 : 0;
        }
        return n;
    }
}
