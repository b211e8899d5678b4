package io.brainwright.atlas.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.testkit.StageHarness;
import org.junit.jupiter.api.Test;

class AtlasStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private final AtlasStage stage = new AtlasStage();

    @Test
    void voxelVolumesAddUpToTheClosedFormOfEveryLayer() {
        var voxels = build("S1HL", 25);
        var region = CorticalSheet.open("rat-nbs1").region("S1HL");
        var count = new long[7];
        for (byte layer : voxels.bytes("layer")) {
            count[layer]++;
        }
        for (int layer : region.layers()) {
            double volume_mm3 = count[layer] * 25 * 25 * 25 / 1e9;
            assertThat(volume_mm3).as("layer " + layer).isCloseTo(region.volume_mm3(layer), within(0.004 * volume_mm3));
        }
    }

    @Test
    void everyVoxelKnowsItsDepthItsLayerAndTheWayToThePia() {
        var id = HARNESS.run(stage, request("S1ULp", 50));
        var grid = HARNESS.read(id, "grid");
        var voxels = HARNESS.read(id, "voxels");
        var sheet = CorticalSheet.open("rat-nbs1");
        var direction = new double[3];
        var rotated = new double[3];
        for (int i = 0; i < voxels.rowCount(); i++) {
            double x = grid.doubles("origin_x")[0] + (voxels.ints("voxel_x")[i] + 0.5) * 50;
            double y = grid.doubles("origin_y")[0] + (voxels.ints("voxel_y")[i] + 0.5) * 50;
            double z = grid.doubles("origin_z")[0] + (voxels.ints("voxel_z")[i] + 0.5) * 50;
            double depth_um = 8000 - Math.sqrt(x * x + (y + 8000) * (y + 8000) + z * z);
            assertThat((double) voxels.floats("depth_um")[i]).isCloseTo(depth_um, within(1e-3));
            assertThat((double) voxels.floats("relative_depth")[i])
                    .isBetween(0.0, 1.0)
                    .isCloseTo(depth_um / 2082, within(1e-6));
            assertThat(voxels.ints("region_id")[i]).isEqualTo(80 + voxels.bytes("layer")[i]);
            sheet.direction(x, y, z, direction);
            orientation(voxels, i).rotate(0, 1, 0, rotated);
            assertThat(rotated).containsExactly(direction, within(1e-6));
        }
        assertThat(voxels.rowCount()).isGreaterThan(40_000);
    }

    @Test
    void theLatticesOfNeighboursLieOnEachOtherAndShareNoVoxel() {
        var whole = build("nbS1", 100).rowCount();
        int parts = 0;
        for (var region : CorticalSheet.open("rat-nbs1").recipe().regions()) {
            parts += build(region.acronym(), 100).rowCount();
        }
        assertThat(parts).isEqualTo(whole);
    }

    @Test
    void aRequestIsFilledOnceAndForAll() {
        var complete =
                stage.complete(AtlasRequest.newBuilder().setRegion("S1HL").build());
        assertThat(complete.getAtlas()).isEqualTo("rat-nbs1");
        assertThat(complete.getVoxelUm()).isEqualTo(25);
        assertThat(stage.complete(complete)).isEqualTo(complete);
    }

    @Test
    void allFaultsOfARequestAreToldTogetherWithWhatWouldBeRight() {
        for (double edge_um : new double[] {-25, Double.NaN, 4.9, 201, Double.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> stage.complete(request("S1XY", edge_um)))
                    .isInstanceOfSatisfying(Problem.class, p -> {
                        assertThat(p.kind()).isEqualTo(Kind.INVALID);
                        assertThat(p.faults()).extracting(f -> f.field()).containsExactly("region", "voxel_um");
                        assertThat(p.sentence()).contains("Did you mean", "S1J", "between 5.0 and 200.0");
                    });
        }
        assertThatThrownBy(() -> stage.complete(AtlasRequest.getDefaultInstance()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("region", "S1HL"));
    }

    @Test
    void aSheetInVoxelsTooSmallIsRefusedWithTheSizeThatFits() {
        assertThatThrownBy(() -> stage.complete(request("nbS1", 5))).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.kind()).isEqualTo(Kind.TOO_LARGE);
            double fits_um = Double.parseDouble(p.facts().get("fits_um"));
            assertThat(stage.complete(request("nbS1", fits_um)).getVoxelUm()).isEqualTo(fits_um);
        });
    }

    @Test
    void aRegionIsDescribedByExactGeometryAndItsSources() {
        var facts = AtlasAnswers.describe("rat-nbs1", "S1HL");
        assertThat(facts.getLayersCount()).isEqualTo(6);
        assertThat(facts.getLayers(3).getThicknessUm()).isEqualTo(190);
        assertThat(facts.getLayers(3).getNeuronsPerMm3()).isCloseTo(105255.3, within(0.1));
        assertThat(facts.getLayers(0).getInhibitoryFraction()).isEqualTo(1);
        assertThat(facts.getAssumptionsList())
                .anySatisfy(a -> assertThat(a.getAlternativesList())
                        .anySatisfy(other -> assertThat(other).contains("108090")));
        assertThat(AtlasAnswers.regions("rat-nbs1").getRegionsList()).hasSize(57);
    }

    @Test
    void theEstimateCountsTheVoxelsThatAreThenMade() {
        var estimate = AtlasAnswers.estimate(stage.complete(request("S1Tr", 50)));
        int made = build("S1Tr", 50).rowCount();
        assertThat(estimate.getAmount()).isCloseTo(made, within(0.01 * made));
    }

    private Batch build(String region, double edge_um) {
        return HARNESS.read(HARNESS.run(stage, request(region, edge_um)), "voxels");
    }

    private static AtlasRequest request(String region, double edge_um) {
        return AtlasRequest.newBuilder().setRegion(region).setVoxelUm(edge_um).build();
    }

    private static Quaternion orientation(Batch voxels, int i) {
        return new Quaternion(
                voxels.floats("orientation_w")[i],
                voxels.floats("orientation_x")[i],
                voxels.floats("orientation_y")[i],
                voxels.floats("orientation_z")[i]);
    }
}
