package io.brainwright.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.geometry.Quaternion;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.placement.v1.Parts;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.testkit.StageHarness;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PlacementStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final CorticalRecipe RECIPE = CorticalRecipe.open("rat-nbs1");
    private static DatasetId hindlimb;
    private static DatasetId sheet;
    private final PlacementStage stage = new PlacementStage();

    @BeforeAll
    static void voxelise() {
        hindlimb = HARNESS.run(
                new AtlasStage(),
                AtlasRequest.newBuilder().setRegion("S1HL").setVoxelUm(100).build());
        sheet = HARNESS.run(
                new AtlasStage(),
                AtlasRequest.newBuilder().setRegion("nbS1").setVoxelUm(200).build());
    }

    @Test
    void aColumnHoldsDensityTimesVolumeInEveryLayerAndOfEveryType() {
        var cells = place(column(300));
        var count = new double[7];
        for (byte layer : cells.bytes("layer")) {
            count[layer]++;
        }
        for (var layer : RECIPE.layers()) {
            double flat_mm3 = Math.PI * 150 * 150 * layer.thickness_um() / 1e9;
            double expected = flat_mm3 * RECIPE.neurons_per_mm3(layer.number());
            assertThat(count[layer.number()]).isCloseTo(expected, within(1 + 0.001 * expected));
            for (var mtype : RECIPE.mtypes()) {
                double ofType = flat_mm3 * mtype.density_per_mm3(layer.number());
                assertThat((double) count(cells, layer.number(), mtype.name()))
                        .as(mtype.name())
                        .isCloseTo(ofType, within(1 + 0.002 * ofType));
            }
        }
    }

    @Test
    void sharesOfETypesFollowTheRecipe() {
        var cells = place(column(600));
        var martinotti = RECIPE.mtype("L23_MC");
        var mtypes = cells.texts("mtype");
        var etypes = cells.texts("etype");
        long all = count(cells, 2, "L23_MC") + count(cells, 3, "L23_MC");
        for (var share : martinotti.etypeFraction().entrySet()) {
            long n = 0;
            for (int i = 0; i < mtypes.length; i++) {
                n += mtypes[i].equals("L23_MC") && etypes[i].equals(share.getKey()) ? 1 : 0;
            }
            assertThat((double) n).as(share.getKey()).isCloseTo(share.getValue() * all, within(2.0)); // 1 per layer
        }
        for (int i = 0; i < mtypes.length; i++) {
            assertThat(RECIPE.mtype(mtypes[i]).etypeFraction()).containsKey(etypes[i]);
        }
    }

    @Test
    void exactlyAsManyCellsAsAskedForAreSpreadOverTheWholeShape() {
        var id = HARNESS.run(stage, column(150).toBuilder().setCellCount(300).build());
        var cells = HARNESS.read(id, "cells");
        var shape = HARNESS.read(id, "shape");
        double holds = shape.doubles("cells_in_shape")[0];
        assertThat(cells.rowCount()).isEqualTo(300);
        assertThat(holds).isCloseTo(Math.PI * 0.075 * 0.075 * 167255, within(0.002 * holds));
        assertThat(shape.doubles("fraction")[0]).isEqualTo(300 / holds);
        assertThat(shape.texts("thinning")[0]).contains("300 of 2,95", "10.1 %");
        var full = place(column(150));
        for (int layer = 1; layer <= 6; layer++) {
            double expected = 300.0 / full.rowCount() * countLayer(full, layer);
            assertThat((double) countLayer(cells, layer)).isCloseTo(expected, within(1.2));
        }
        assertThat(farthestFromAxis(cells)).isBetween(65.0, 75.0);
    }

    @Test
    void eachOfSeveralRegionsGetsAColumnAboutItsOwnCentre() {
        var both = column(100).toBuilder().setParts(parts("S1FL", "S1HL")).setCellCount(200);
        both.getAtlasBuilder().setId(sheet.hex());
        var id = HARNESS.run(stage, both.build());
        var cells = HARNESS.read(id, "cells");
        var alone = place(column(100).toBuilder().setCellCount(100).build());
        assertThat(HARNESS.read(id, "shape").doubles("volume_mm3")[0])
                .isCloseTo(2 * Math.PI * 0.05 * 0.05 * RECIPE.thickness_um() / 1e3, within(1e-4));
        int hindlimbs = 0;
        var axis = new double[3];
        for (int i = 0; i < cells.rowCount(); i++) {
            var region = cells.texts("region")[i];
            hindlimbs += region.equals("S1HL") ? 1 : 0;
            CorticalSheet.open("rat-nbs1").region(region).axis(axis);
            double y = cells.floats("y")[i] + 8000;
            double along = cells.floats("x")[i] * axis[0] + y * axis[1] + cells.floats("z")[i] * axis[2];
            double square = Math.pow(cells.floats("x")[i], 2) + y * y + Math.pow(cells.floats("z")[i], 2);
            assertThat(Math.sqrt(square - along * along)).isLessThan(50.01);
        }
        assertThat(hindlimbs).isBetween(95, 105);
        for (int layer = 1; layer <= 6; layer++) {
            assertThat((double) countLayer(cells, layer)).isCloseTo(2 * countLayer(alone, layer), within(3.0));
        }
        var unknown = column(100).toBuilder().setParts(parts("S1XY")).build();
        assertThat(catchThrowableOfType(Problem.class, () -> stage.complete(unknown))
                        .faults())
                .extracting(f -> f.field())
                .containsExactly("parts.regions");
        var elsewhere = column(100).toBuilder().setParts(parts("S1FL")).build();
        assertThat(catchThrowableOfType(Problem.class, () -> HARNESS.run(stage, elsewhere))
                        .faults())
                .extracting(f -> f.toString())
                .singleElement()
                .asString()
                .contains("S1FL does not belong to S1HL");
    }

    private static Parts parts(String... regions) {
        return Parts.newBuilder().addAllRegions(Arrays.asList(regions)).build();
    }

    @Test
    void everySomaLiesInItsLayerAndFacesThePia() {
        var cells = place(column(200));
        var depth_um = cells.floats("depth_um");
        var up = new double[3];
        for (int i = 0; i < cells.rowCount(); i++) {
            var layer = RECIPE.layer(cells.bytes("layer")[i]);
            double x = cells.floats("x")[i];
            double y = cells.floats("y")[i] + 8000;
            double z = cells.floats("z")[i];
            double r = Math.sqrt(x * x + y * y + z * z);
            assertThat(8000 - r).isBetween(layer.top_um() - 1e-3, layer.bottom_um() + 1e-3);
            assertThat((double) depth_um[i]).isCloseTo(8000 - r, within(1e-3));
            orientation(cells, i).rotate(0, 1, 0, up);
            assertThat(up).containsExactly(new double[] {x / r, y / r, z / r}, within(1e-6));
            assertThat(cells.texts("region")[i]).isEqualTo("S1HL");
            assertThat(cells.longs("node_id")[i]).isEqualTo(i);
        }
    }

    @Test
    void noTwoSomataComeNearerThanADiameterAndBeyondTheSpacingDensityIsEven() {
        var cells = place(column(300).toBuilder().addLayers(3).build());
        var histogram = pairsOfInnerCells(cells, 60, 2, 90);
        double spacing_um = 0.5 * Math.cbrt(1e9 / RECIPE.neurons_per_mm3(3));
        assertThat(spacing_um).isBetween(11.9, 12.0);
        for (int bin = 0; bin < 5; bin++) {
            assertThat(histogram[bin]).as("%d to %d um", 2 * bin, 2 * bin + 2).isZero();
        }
        double far = 0;
        for (int bin = 20; bin < 30; bin++) {
            far += histogram[bin] / 10;
        }
        assertThat(far).isCloseTo(1, within(0.05)); // g(r) from 40 to 60 um
    }

    @Test
    void layersTooKeepTheirDistanceFromEachOther() {
        var cells = place(column(150));
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < cells.rowCount(); i++) {
            for (int j = 0; j < i; j++) {
                nearest = Math.min(nearest, squared(cells, i, j));
            }
        }
        assertThat(Math.sqrt(nearest)).isGreaterThan(10.0);
    }

    @Test
    void equalRequestsGiveEqualCellsAndAnotherSeedOthers() {
        var one = place(column(100));
        var again = place(column(100));
        var other = place(column(100).toBuilder().setSeed(7).build());
        for (var column : one.schema().columns()) {
            int c = one.schema().indexOf(column.name());
            assertThat(Arrays.deepEquals(new Object[] {one.values(c)}, new Object[] {again.values(c)}))
                    .as(column.name())
                    .isTrue();
        }
        assertThat(other.rowCount()).isEqualTo(one.rowCount());
        assertThat(other.floats("x")).isNotEqualTo(one.floats("x"));
    }

    @Test
    void typesLayersDensityAndShareOfExcitationCanBeChosen() {
        var pyramids = place(column(200).toBuilder().addMTypes("L5_TPC:A").build());
        assertThat(pyramids.texts("mtype")).containsOnly("L5_TPC:A");
        assertThat(pyramids.texts("model_template")).containsOnly("hoc:cADpyr_L5_TPC_A");
        assertThat(pyramids.texts("morphology")[7]).isEqualTo("cell-000007");
        int published = place(column(200)).rowCount();
        int denser =
                place(column(200).toBuilder().setDensityScale(1.3455).build()).rowCount();
        assertThat(denser / (double) published).isCloseTo(1.3455, within(0.001));
        var half = place(column(200).toBuilder().setExcitatoryFraction(0.5).build());
        long excitatory =
                Arrays.stream(half.texts("synapse_class")).filter("EXC"::equals).count();
        assertThat(half.rowCount()).isEqualTo(published);
        assertThat((double) excitatory / published).isCloseTo(0.5, within(0.005));
    }

    @Test
    void aWholeSheetIsPlacedRegionByRegion() {
        var id = HARNESS.run(
                stage,
                request(sheet, ShapeKind.SHAPE_KIND_REGION, 0).toBuilder()
                        .setCellCount(8000)
                        .build());
        var cells = HARNESS.read(id, "cells");
        assertThat(HARNESS.manifest(id).chunks()).hasSize(8);
        for (var region : RECIPE.regions()) {
            long n = Arrays.stream(cells.texts("region"))
                    .filter(region.acronym()::equals)
                    .count();
            assertThat(n).isBetween(999L, 1001L);
        }
        for (int i = 0; i < 8000; i++) {
            assertThat(cells.longs("node_id")[i]).isEqualTo(i);
        }
    }

    @Test
    void moreCellsThanThereAreIsAnsweredWithWhatThereIs() {
        assertThatThrownBy(
                        () -> place(column(150).toBuilder().setCellCount(5000).build()))
                .isInstanceOfSatisfying(Problem.class, p -> {
                    assertThat(p.reason()).isEqualTo("MORE_CELLS_THAN_THE_SHAPE_HOLDS");
                    assertThat(p.sentence())
                            .contains("2,95", "5,000", "a column of 198 um", "whole region", "density_scale 1.69");
                });
        assertThat(place(column(198).toBuilder().setCellCount(5000).build()).rowCount())
                .isEqualTo(5000);
        assertThatThrownBy(() -> place(
                        column(150).toBuilder().setCellCount(Long.MAX_VALUE).build()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.remedy()).startsWith("Ask for at most 2,95"));
        assertThatThrownBy(() -> place(column(100).toBuilder()
                        .addLayers(1)
                        .addMTypes("L5_TPC:A")
                        .build()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.reason()).isEqualTo("NO_CELLS"));
        assertThatThrownBy(() -> place(column(100).toBuilder()
                        .addLayers(1)
                        .setExcitatoryFraction(0.5)
                        .build()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("inhibitory types only"));
    }

    @Test
    void allFaultsOfARequestAreToldTogether() {
        var request = PlacementRequest.newBuilder()
                .addLayers(0)
                .addLayers(7)
                .addMTypes("L5_TTPC:A")
                .setCellCount(-3)
                .setDensityScale(Double.NaN)
                .setExcitatoryFraction(1.5);
        request.getShapeBuilder().setWidthUm(-150);
        assertThatThrownBy(() -> stage.complete(request.build())).isInstanceOfSatisfying(Problem.class, p -> {
            assertThat(p.faults())
                    .extracting(f -> f.field())
                    .containsExactly(
                            "atlas",
                            "shape.width_um",
                            "layers",
                            "layers",
                            "m_types",
                            "cell_count",
                            "density_scale",
                            "excitatory_fraction");
            assertThat(p.sentence()).contains("Did you mean L5_TPC:A");
        });
        for (double width_um : new double[] {Double.NaN, 1e9, 9.9, Double.NEGATIVE_INFINITY}) {
            assertThatThrownBy(() -> stage.complete(column(width_um))).isInstanceOf(Problem.class);
        }
    }

    @Test
    void aRequestIsFilledOnceAndForAll() {
        var complete = stage.complete(request(hindlimb, ShapeKind.SHAPE_KIND_UNSPECIFIED, 0));
        assertThat(complete.getShape().getWidthUm()).isEqualTo(200);
        assertThat(complete.getLayersList()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(complete.getExcitatoryFraction()).isEqualTo(-1);
        assertThat(stage.complete(complete)).isEqualTo(complete);
    }

    @Test
    void cellsCanOnlyBePlacedInAnAtlas() {
        var cells = HARNESS.run(stage, column(50));
        assertThatThrownBy(() -> place(request(cells, ShapeKind.SHAPE_KIND_COLUMN, 50)))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("made by 'placement'"));
    }

    @Test
    void theCensusCountsWhatTheEstimateForetold() {
        var request = stage.complete(column(150).toBuilder().setCellCount(300).build());
        var estimate = PlacementAnswers.estimate(request, HARNESS);
        var census = Census.of(HARNESS.run(stage, request), HARNESS);
        assertThat(estimate.getAmount()).isEqualTo(300);
        assertThat(estimate.getNotes(1)).contains("thinned uniformly");
        assertThat(estimate.getAssumptionsList()).extracting(a -> a.getPath()).contains("placement.fraction");
        assertThat(census.getRowsList().stream().mapToLong(r -> r.getCells()).sum())
                .isEqualTo(300);
        assertThat(census.getCellsInShape()).isBetween(2950.0, 2960.0);
    }

    @Test
    void aWholeSubregionIsPlacedInSeconds() {
        long begin = System.nanoTime();
        var cells = place(request(hindlimb, ShapeKind.SHAPE_KIND_REGION, 0));
        double seconds = (System.nanoTime() - begin) / 1e9;
        System.out.printf("%d cells in %.2f s, %.0f cells/s%n", cells.rowCount(), seconds, cells.rowCount() / seconds);
        assertThat(cells.rowCount()).isBetween(500_000, 560_000);
        assertThat(seconds).isLessThan(30); // a loaded machine; an all-pairs search would take hours
    }

    private Batch place(PlacementRequest request) {
        return HARNESS.read(HARNESS.run(stage, request), "cells");
    }

    private static PlacementRequest column(double width_um) {
        return request(hindlimb, ShapeKind.SHAPE_KIND_COLUMN, width_um);
    }

    private static PlacementRequest request(DatasetId atlas, ShapeKind kind, double width_um) {
        var request = PlacementRequest.newBuilder();
        request.getAtlasBuilder().setId(atlas.hex());
        request.getShapeBuilder().setKind(kind).setWidthUm(width_um);
        return request.build();
    }

    private static long count(Batch cells, int layer, String mtype) {
        long n = 0;
        for (int i = 0; i < cells.rowCount(); i++) {
            n += cells.bytes("layer")[i] == layer && cells.texts("mtype")[i].equals(mtype) ? 1 : 0;
        }
        return n;
    }

    private static long countLayer(Batch cells, int layer) {
        long n = 0;
        for (byte b : cells.bytes("layer")) {
            n += b == layer ? 1 : 0;
        }
        return n;
    }

    private static double farthestFromAxis(Batch cells) {
        var axis = new double[3];
        CorticalSheet.open("rat-nbs1").region("S1HL").axis(axis);
        double farthest = 0;
        for (int i = 0; i < cells.rowCount(); i++) {
            double x = cells.floats("x")[i];
            double y = cells.floats("y")[i] + 8000;
            double z = cells.floats("z")[i];
            double along = x * axis[0] + y * axis[1] + z * axis[2];
            farthest = Math.max(farthest, Math.sqrt(x * x + y * y + z * z - along * along));
        }
        return farthest;
    }

    /** Pair density g(r) about the cells that lie so deep inside layer 3 of the column that a sphere about them does too. */
    private static double[] pairsOfInnerCells(Batch cells, double reach_um, double bin_um, double width_um) {
        var histogram = new double[(int) (reach_um / bin_um)];
        double density_per_um3 = RECIPE.neurons_per_mm3(3) / 1e9;
        int inner = 0;
        var axis = new double[3];
        CorticalSheet.open("rat-nbs1").region("S1HL").axis(axis);
        var layer = RECIPE.layer(3);
        for (int i = 0; i < cells.rowCount(); i++) {
            double x = cells.floats("x")[i];
            double y = cells.floats("y")[i] + 8000;
            double z = cells.floats("z")[i];
            double along = x * axis[0] + y * axis[1] + z * axis[2];
            double aside = Math.sqrt(x * x + y * y + z * z - along * along);
            double depth_um = cells.floats("depth_um")[i];
            if (aside > width_um || depth_um < layer.top_um() + 62 || depth_um > layer.bottom_um() - 62) {
                continue;
            }
            inner++;
            for (int j = 0; j < cells.rowCount(); j++) {
                double d = Math.sqrt(squared(cells, i, j));
                if (j != i && d < reach_um) {
                    histogram[(int) (d / bin_um)]++;
                }
            }
        }
        assertThat(inner).isGreaterThan(300);
        for (int b = 0; b < histogram.length; b++) {
            double shell_um3 = 4.0 / 3 * Math.PI * bin_um * bin_um * bin_um * (3.0 * b * b + 3 * b + 1);
            histogram[b] /= inner * density_per_um3 * shell_um3;
        }
        return histogram;
    }

    private static double squared(Batch cells, int i, int j) {
        double dx = cells.floats("x")[i] - cells.floats("x")[j];
        double dy = cells.floats("y")[i] - cells.floats("y")[j];
        double dz = cells.floats("z")[i] - cells.floats("z")[j];
        return dx * dx + dy * dy + dz * dz;
    }

    private static Quaternion orientation(Batch cells, int i) {
        return new Quaternion(
                cells.floats("orientation_w")[i],
                cells.floats("orientation_x")[i],
                cells.floats("orientation_y")[i],
                cells.floats("orientation_z")[i]);
    }
}
