package io.brainwright.placement.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.atlas.service.AtlasStage;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.placement.v1.AstrocyteDomains;
import io.brainwright.proto.placement.v1.EndfeetRequest;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.VesselsRequest;
import io.brainwright.proto.placement.v1.WrappedSynapsesRequest;
import io.brainwright.testkit.StageHarness;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GliaEdgesTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final DatasetId ATLAS = HARNESS.run(
            new AtlasStage(),
            AtlasRequest.newBuilder().setRegion("S1HL").setVoxelUm(100).build());
    private static final DatasetId CELLS = HARNESS.run(new PlacementStage(), cells(true));
    private static final DatasetId VESSELS = HARNESS.run(
            new VesselStage(),
            VesselsRequest.newBuilder()
                    .setAtlas(ref(ATLAS))
                    .setShape(cells(true).getShape())
                    .setSeed(3)
                    .build());
    private static final DatasetId FEET = HARNESS.run(new EndfeetStage(), feet().build());

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private static PlacementRequest cells(boolean astrocytes) {
        var request = PlacementRequest.newBuilder().setAtlas(ref(ATLAS)).setSeed(7);
        request.getShapeBuilder().setWidthUm(160);
        if (astrocytes) {
            request.addClasses("astrocyte").setDomains(AstrocyteDomains.ASTROCYTE_DOMAINS_OVERLAPPING);
        }
        return request.build();
    }

    private static EndfeetRequest.Builder feet() {
        return EndfeetRequest.newBuilder()
                .setCells(ref(CELLS))
                .setVessels(ref(VESSELS))
                .setSeed(5);
    }

    private static WrappedSynapsesRequest.Builder wrapped(DatasetId synapses) {
        return WrappedSynapsesRequest.newBuilder()
                .setCells(ref(CELLS))
                .setSynapses(ref(synapses))
                .setSeed(5);
    }

    @Test
    void everyAstrocyteStandsOnOneToFiveVesselsAndFeetLieOnTheirWalls() {
        var feet = HARNESS.read(FEET, "endfeet");
        var perCell = new HashMap<Long, Integer>();
        var vessels = HARNESS.read(VESSELS, "vessels");
        for (int i = 0; i < feet.rowCount(); i++) {
            perCell.merge(feet.longs("target_node_id")[i], 1, Integer::sum);
            int s = (int) feet.longs("source_node_id")[i];
            assertThat(feet.ints("vasculature_section_id")[i]).isEqualTo(vessels.ints("section_id")[s]);
            assertThat(feet.ints("vasculature_segment_id")[i]).isEqualTo(vessels.ints("segment_id")[s]);
            assertThat(axisDistance_um(feet, i, vessels, s))
                    .isLessThanOrEqualTo(
                            Math.max(vessels.floats("start_diameter")[s], vessels.floats("end_diameter")[s]) / 2
                                    + 1e-3);
        }
        var glia = HARNESS.read(CELLS, "glia");
        assertThat(perCell).hasSize(glia.rowCount());
        assertThat(perCell.values()).allSatisfy(n -> assertThat(n).isBetween(1, 5));
        var cells = HARNESS.read(FEET, "astrocyte_endfeet");
        for (int i = 0; i < cells.rowCount(); i++) {
            assertThat(cells.ints("endfeet")[i]).isEqualTo(perCell.get(cells.longs("glia_id")[i]));
        }
        double inside = IntStream.range(0, feet.rowCount())
                .filter(i -> feet.bytes("in_domain")[i] == 1)
                .count();
        assertThat(inside / feet.rowCount()).isGreaterThan(0.95);
    }

    private static double axisDistance_um(Batch feet, int i, Batch vessels, int s) {
        var p = new double[3];
        var d = new double[3];
        double dd = 0;
        double pd = 0;
        var axes = new String[] {"x", "y", "z"};
        for (int k = 0; k < 3; k++) {
            double start = vessels.floats("start_" + axes[k])[s];
            d[k] = vessels.floats("end_" + axes[k])[s] - start;
            p[k] = feet.floats("endfoot_surface_" + axes[k])[i] - start;
            dd += d[k] * d[k];
            pd += p[k] * d[k];
        }
        double t = Math.clamp(pd / dd, 0, 1);
        double sum = 0;
        for (int k = 0; k < 3; k++) {
            sum += (p[k] - t * d[k]) * (p[k] - t * d[k]);
        }
        return Math.sqrt(sum);
    }

    @Test
    void theCoveredWallIsTheSumOfTheFeetAndNoMoreThanTheWall() {
        var coverage = HARNESS.read(FEET, "vessel_coverage");
        var vessels = HARNESS.read(VESSELS, "vessel_measures");
        int all = Arrays.asList(coverage.texts("kind")).indexOf("all");
        int wall = Arrays.asList(vessels.texts("measure")).indexOf("vessel_surface");
        double feet_um2 = 0;
        for (float area_um2 : HARNESS.read(FEET, "endfeet").floats("area_um2")) {
            feet_um2 += area_um2;
        }
        assertThat(coverage.doubles("surface_um2")[all])
                .isCloseTo(vessels.doubles("value")[wall], within(1e-4 * vessels.doubles("value")[wall]));
        assertThat(coverage.doubles("covered_um2")[all]).isCloseTo(feet_um2, within(1e-5 * feet_um2));
        assertThat(coverage.doubles("fraction")[all]).isBetween(0.1, 1.0);
    }

    @Test
    void everySynapseOfADomainIsGivenToItsAstrocyteWithTheChanceOfTheRecipe() {
        var synapses = HARNESS.run(new ScatteredSynapses(40_000, 10_000), cells(true));
        var made = HARNESS.run(new WrappedStage(), wrapped(synapses).build());
        var edges = HARNESS.read(made, "wrapped_synapses");
        var domains = HARNESS.read(CELLS, "astrocyte_domains");
        var bySynapse = HARNESS.read(made, "astrocytes_by_synapse");
        var byAstrocyte = HARNESS.read(made, "synapses_by_astrocyte");
        double volume_um3 = DoubleStream.of(domains.doubles("domain_um3")).sum();
        long all = LongStream.of(bySynapse.longs("synapses")).sum();
        long held = LongStream.of(byAstrocyte.longs("in_domain")).sum();
        long multiple = 0;
        long inSome = 0;
        long wrapped = 0;
        for (int i = 0; i < bySynapse.rowCount(); i++) {
            multiple += bySynapse.ints("domains")[i] * bySynapse.longs("synapses")[i];
            inSome += bySynapse.ints("domains")[i] > 0 ? bySynapse.longs("synapses")[i] : 0;
            wrapped += bySynapse.longs("wrapped")[i];
        }
        assertThat(all).isEqualTo(40_000);
        assertThat(held).isEqualTo(multiple);
        // synapses are scattered evenly over the column's prism: a domain holds its share of the volume
        assertThat((double) held / inSome).isCloseTo(1.1, within(0.01));
        assertThat((double) wrapped / inSome).isCloseTo(0.524, within(0.01));
        assertThat(edges.rowCount())
                .isEqualTo((int) LongStream.of(byAstrocyte.longs("wrapped")).sum());
        assertThat(new HashSet<>(
                        LongStream.of(edges.longs("synapse_id")).boxed().toList()))
                .hasSize((int) wrapped);
        var share = new HashMap<Long, Long>();
        for (int i = 0; i < byAstrocyte.rowCount(); i++) {
            share.merge(byAstrocyte.longs("glia_id")[i], byAstrocyte.longs("in_domain")[i], Long::sum);
        }
        for (int i = 0; i < domains.rowCount(); i++) {
            double expected = held * domains.doubles("domain_um3")[i] / volume_um3;
            assertThat((double) share.getOrDefault(domains.longs("glia_id")[i], 0L))
                    .isCloseTo(expected, within(6 * Math.sqrt(expected) + 1));
        }
    }

    @Test
    void chunksOfSynapsesChangeNoEdge() {
        var whole = HARNESS.run(
                new WrappedStage(),
                wrapped(HARNESS.run(new ScatteredSynapses(3000, 3000), cells(true)))
                        .build());
        var parts = HARNESS.run(
                new WrappedStage(),
                wrapped(HARNESS.run(new ScatteredSynapses(3000, 700), cells(true)))
                        .build());
        for (var column : new String[] {"source_node_id", "target_node_id", "synapse_id"}) {
            assertThat(HARNESS.read(parts, "wrapped_synapses").longs(column))
                    .isEqualTo(HARNESS.read(whole, "wrapped_synapses").longs(column));
        }
    }

    @Test
    void cellsWithoutAstrocytesAndDatasetsOfOtherStagesAreRefused() {
        var bare = HARNESS.run(new PlacementStage(), cells(false));
        var none = catchThrowableOfType(
                Problem.class,
                () -> HARNESS.run(new EndfeetStage(), feet().setCells(ref(bare)).build()));
        assertThat(none.faults()).extracting(FieldFault::field).containsExactly("cells");
        var other = catchThrowableOfType(
                Problem.class,
                () -> HARNESS.run(
                        new EndfeetStage(), feet().setVessels(ref(CELLS)).build()));
        assertThat(other.faults()).extracting(FieldFault::field).containsExactly("vessels");
        var wired = catchThrowableOfType(
                Problem.class,
                () -> HARNESS.run(new WrappedStage(), wrapped(VESSELS).build()));
        assertThat(wired.faults()).extracting(FieldFault::field).containsExactly("synapses");
        var own = wrapped(CELLS);
        own.getOwnValuesBuilder()
                .addValues(OwnValue.newBuilder().setPath("tripartite.fraction").setValue(1.5));
        assertThat(catchThrowableOfType(Problem.class, () -> new WrappedStage().complete(own.build()))
                        .faults())
                .extracting(FieldFault::field)
                .contains("own_values.tripartite.fraction");
    }
}
