package io.brainwright.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.placement.v1.AstrocyteDomains;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.testkit.StageHarness;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class GliaTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final CorticalRecipe RECIPE = CorticalRecipe.open("rat-nbs1");
    private static DatasetId hindlimb;
    private static DatasetId placed;

    @BeforeAll
    static void placeOnce() {
        hindlimb = HARNESS.run(
                new AtlasStage(),
                AtlasRequest.newBuilder().setRegion("S1HL").setVoxelUm(100).build());
        placed =
                HARNESS.run(new PlacementStage(), column(160).addClasses("glia").build());
    }

    private static PlacementRequest.Builder column(double width_um) {
        var request = PlacementRequest.newBuilder().setSeed(7);
        request.getAtlasBuilder().setId(hindlimb.hex());
        request.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_COLUMN).setWidthUm(width_um);
        return request;
    }

    private static long count(Batch glia, int layer, String kind) {
        return IntStream.range(0, glia.rowCount())
                .filter(i -> glia.bytes("layer")[i] == layer && glia.texts("kind")[i].equals(kind))
                .count();
    }

    @Test
    void everyLayerHoldsDensityTimesVolumeOfEachKindWithinOne() {
        var glia = HARNESS.read(placed, "glia");
        for (var kind : new String[] {"astrocyte", "oligodendrocyte", "microglia"}) {
            for (var layer : RECIPE.layers()) {
                double expected = Math.PI
                        * 80
                        * 80
                        * layer.thickness_um()
                        / 1e9
                        * RECIPE.file().number("glia.%s.density_per_mm3".formatted(kind));
                assertThat((double) count(glia, layer.number(), kind))
                        .as("%s of layer %d", kind, layer.number())
                        .isCloseTo(expected, within(1 + 0.002 * expected));
            }
        }
        assertThat(IntStream.range(0, glia.rowCount()).allMatch(i -> glia.longs("glia_id")[i] == i))
                .isTrue();
    }

    @Test
    void noSomaOverlapsAnotherAndEveryOneLiesInItsLayer() {
        var glia = HARNESS.read(placed, "glia");
        var cells = HARNESS.read(placed, "cells");
        int n = glia.rowCount();
        for (int i = 0; i < n; i++) {
            double radius_um = glia.floats("radius_um")[i];
            for (int j = 0; j < i; j++) {
                assertThat(distance_um(glia, i, glia, j))
                        .isGreaterThanOrEqualTo(radius_um + glia.floats("radius_um")[j] - 1e-3);
            }
            for (int j = 0; j < cells.rowCount(); j++) {
                assertThat(distance_um(glia, i, cells, j)).isGreaterThanOrEqualTo(radius_um + 5 - 1e-3);
            }
            var layer = RECIPE.layer(glia.bytes("layer")[i]);
            assertThat((double) glia.floats("depth_um")[i]).isBetween(layer.top_um() - 1e-3, layer.bottom_um() + 1e-3);
        }
    }

    @Test
    void astrocytesKeepHalfOfTheirMeanDistance() {
        var glia = HARNESS.read(placed, "glia");
        int[] astrocytes = IntStream.range(0, glia.rowCount())
                .filter(i -> glia.texts("kind")[i].equals("astrocyte"))
                .toArray();
        double least_um = Double.POSITIVE_INFINITY;
        for (int i : astrocytes) {
            for (int j : astrocytes) {
                least_um = i == j ? least_um : Math.min(least_um, distance_um(glia, i, glia, j));
            }
        }
        assertThat(least_um).isCloseTo(0.5 * Math.cbrt(1e9 / 9867), within(0.8));
    }

    @Test
    void neuronsStandWhereTheyStandWithoutGlia() {
        var alone = HARNESS.run(new PlacementStage(), column(160).build());
        for (var axis : new String[] {"x", "y", "z"}) {
            assertThat(HARNESS.read(placed, "cells").floats(axis))
                    .isEqualTo(HARNESS.read(alone, "cells").floats(axis));
        }
    }

    @Test
    void aThinnedColumnKeepsTheSameShareOfItsGlia() {
        var thin = HARNESS.run(
                new PlacementStage(),
                column(160).addClasses("astrocyte").setCellCount(300).build());
        var all = HARNESS.read(placed, "glia");
        double astrocytes = IntStream.rangeClosed(1, 6)
                .mapToLong(l -> count(all, l, "astrocyte"))
                .sum();
        double share = HARNESS.read(thin, "shape").doubles("fraction")[0];
        assertThat((double) HARNESS.read(thin, "glia").rowCount()).isCloseTo(share * astrocytes, within(1.0));
    }

    @Test
    void theDomainsOfAColumnsAstrocytesFillItAndOverlapByATenth() {
        var asked = column(160).addClasses("astrocyte").setDomains(AstrocyteDomains.ASTROCYTE_DOMAINS_OVERLAPPING);
        var shared = HARNESS.run(new PlacementStage(), asked.build());
        var domains = HARNESS.read(shared, "astrocyte_domains");
        assertThat(domains.longs("glia_id"))
                .isEqualTo(HARNESS.read(shared, "glia").longs("glia_id"));
        double tiles_um3 = DoubleStream.of(domains.doubles("tile_um3")).sum();
        double column_um3 = HARNESS.read(shared, "shape").doubles("volume_mm3")[0] * 1e9;
        assertThat(tiles_um3).isCloseTo(column_um3, within(0.003 * column_um3));
        assertThat(DoubleStream.of(domains.doubles("domain_um3")).sum() / tiles_um3)
                .isCloseTo(1.1, within(1e-6));
    }

    @Test
    void domainsWithoutAstrocytesOrOfAWholeRegionAreRefused() {
        var asked = column(160).setDomains(AstrocyteDomains.ASTROCYTE_DOMAINS_NON_OVERLAPPING);
        asked.getShapeBuilder().setKind(ShapeKind.SHAPE_KIND_REGION);
        var problem = catchThrowableOfType(Problem.class, () -> new PlacementStage().complete(asked.build()));
        assertThat(problem.faults())
                .hasSize(2)
                .allSatisfy(f -> assertThat(f.field()).isEqualTo("domains"));
    }

    @Test
    void anUnknownClassIsAnsweredWithTheKnownOnes() {
        var problem = catchThrowableOfType(
                Problem.class,
                () -> new PlacementStage()
                        .complete(column(160).addClasses("astrocytes").build()));
        assertThat(problem.faults()).singleElement().satisfies(f -> {
            assertThat(f.field()).isEqualTo("classes");
            assertThat(f.fault()).contains("astrocyte");
        });
    }

    private static double distance_um(Batch a, int i, Batch b, int j) {
        double squared = 0;
        for (var axis : new String[] {"x", "y", "z"}) {
            double d = (double) a.floats(axis)[i] - b.floats(axis)[j];
            squared += d * d;
        }
        return Math.sqrt(squared);
    }
}
