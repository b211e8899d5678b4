package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.MidRangeRequest;
import io.brainwright.proto.connectome.v1.RegionPair;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** 240 cells of random-walk neurites about the middles of S1FL and S1HL, every other one in each. */
class MidRangeStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static DatasetRef cells = DatasetRef.getDefaultInstance();
    private static DatasetRef local = DatasetRef.getDefaultInstance();
    private static DatasetId made = new DatasetId("0".repeat(64));

    @BeforeAll
    static void joinOnce() {
        cells = WiredOnce.ref(new ColumnOfCells(240, 150, 0.02, List.of("S1FL", "S1HL")).in(HARNESS));
        local = WiredOnce.ref(HARNESS.run(
                new ConnectomeStage(),
                ConnectomeRequest.newBuilder()
                        .setCells(cells)
                        .setMorphologies(cells)
                        .build()));
        made = HARNESS.run(new MidRangeStage(), request().build());
    }

    private static MidRangeRequest.Builder request() {
        return MidRangeRequest.newBuilder()
                .setSynapses(local)
                .setCells(cells)
                .setMorphologies(cells)
                .addProjections(RegionPair.newBuilder().setSource("S1FL").setTarget("S1HL"));
    }

    private static boolean forelimb(long id) {
        return id % 2 == 0;
    }

    @Test
    void localSynapsesAreThereToTheLastBitAndTheOthersRunFromRegionToRegion() {
        var before = HARNESS.read(new DatasetId(local.getId()), "synapses");
        var after = HARNESS.read(made, "synapses");
        int l = 0;
        int others = 0;
        for (int i = 0; i < after.rowCount(); i++) {
            long source = after.longs("source_node_id")[i];
            long target = after.longs("target_node_id")[i];
            if (forelimb(source) == forelimb(target)) {
                for (int c = 0; c < before.schema().columns().size(); c++) {
                    assertThat(value(after, c, i)).isEqualTo(value(before, c, l));
                }
                l++;
            } else {
                assertThat(forelimb(source)).isTrue();
                assertThat(after.floats("efferent_center_x")[i]).isNaN();
                assertThat(after.ints("syn_type_id")[i]).isGreaterThanOrEqualTo(100);
                others++;
            }
            if (i > 0) {
                assertThat(target).isGreaterThanOrEqualTo(after.longs("target_node_id")[i - 1]);
            }
        }
        assertThat(l).isEqualTo(before.rowCount());
        assertThat(others).isGreaterThan(500);
    }

    private static Object value(Batch rows, int column, int row) {
        return java.lang.reflect.Array.get(rows.values(column), row);
    }

    @Test
    void eachLayerHasTheSynapsesThatItsProfileAndDensityAskFor() {
        var wanted = HARNESS.read(made, "mid_range");
        var synapses = HARNESS.read(made, "synapses");
        double[] found = new double[7];
        for (int i = 0; i < synapses.rowCount(); i++) {
            if (Float.isNaN(synapses.floats("efferent_center_x")[i])) {
                double depth_um = ColumnOfCells.SHEET.depth_um(
                        synapses.floats("afferent_center_x")[i],
                        synapses.floats("afferent_center_y")[i],
                        synapses.floats("afferent_center_z")[i]);
                found[ColumnOfCells.SHEET.layerAt(depth_um)]++;
            }
        }
        double all = 0;
        for (int r = 0; r < wanted.rowCount(); r++) {
            int layer = wanted.ints("layer")[r];
            double should = wanted.doubles("wanted")[r];
            all += should;
            // what is reached differs from layer to layer by the few cells there
            assertThat(found[layer] / should).as("layer %d", layer).isCloseTo(1, within(0.3 + 4 / Math.sqrt(should)));
        }
        double volume_um3 = ColumnOfCells.SHEET.region("S1HL").volume_mm3() * 1e9;
        assertThat(all).isCloseTo(0.02 * volume_um3 * 0.02 * 0.02, within(1e-6 * all));
        assertThat(Arrays.stream(found).sum() / all).isCloseTo(1, within(4 / Math.sqrt(all)));
        assertThat(wanted.doubles("compensation")[0]).isGreaterThanOrEqualTo(1);
    }

    @Test
    void delaysAreThoseOfGreyAndWhiteMatter() {
        var rows = HARNESS.read(made, "synapses");
        var somata = HARNESS.read(new DatasetId(cells.getId()), "cells");
        var where = new HashMap<Long, double[]>();
        for (int i = 0; i < somata.rowCount(); i++) {
            where.put(
                    somata.longs("node_id")[i],
                    new double[] {somata.floats("x")[i], somata.floats("y")[i], somata.floats("z")[i]});
        }
        double thick_um = ColumnOfCells.SHEET.recipe().thickness_um();
        for (int i = 0; i < rows.rowCount(); i++) {
            if (Float.isNaN(rows.floats("efferent_center_x")[i])) {
                double[] a = Objects.requireNonNull(where.get(rows.longs("source_node_id")[i]));
                double[] b = {
                    rows.floats("afferent_center_x")[i],
                    rows.floats("afferent_center_y")[i],
                    rows.floats("afferent_center_z")[i]
                };
                double straight =
                        Math.sqrt(Math.pow(a[0] - b[0], 2) + Math.pow(a[1] - b[1], 2) + Math.pow(a[2] - b[2], 2));
                double down = Math.max(0, thick_um - ColumnOfCells.SHEET.depth_um(a[0], a[1], a[2]));
                double up = Math.max(0, thick_um - ColumnOfCells.SHEET.depth_um(b[0], b[1], b[2]));
                assertThat((double) rows.floats("delay")[i])
                        .isCloseTo(0.1 + (down + up) / 300 + straight / 3500, within(1e-3));
            }
        }
    }

    @Test
    void chunksAndThoseOfTheLocalSynapsesChangeNoRow() {
        for (int size : new int[] {240, 7}) {
            var other = HARNESS.run(new MidRangeStage(size), request().build());
            for (var table : List.of("synapses", "connections", "pathways", "mid_range")) {
                var rows = HARNESS.read(other, table);
                var same = HARNESS.read(made, table);
                assertThat(rows.rowCount())
                        .as("%s in chunks of %d", table, size)
                        .isEqualTo(same.rowCount());
                for (int c = 0; c < same.schema().columns().size(); c++) {
                    assertThat(rows.values(c))
                            .as(
                                    "%s of %s in chunks of %d",
                                    same.schema().columns().get(c), table, size)
                            .isEqualTo(same.values(c));
                }
            }
        }
    }

    @Test
    void aRangeOfTargetsReadsTheChunksThatHoldItAndNoOther() {
        var counted = new CountedReads(HARNESS);
        var synapses = new LocalSynapses(counted, new DatasetId(local.getId()));
        var first = synapses.range(0, 64);
        assertThat(counted.reads("connections"))
                .isEqualTo(4); // 240 cells in chunks of 64: where the range is must be learned
        assertThat(counted.reads("synapses")).isEqualTo(1);
        var again = synapses.range(0, 64);
        synapses.range(64, 128);
        assertThat(counted.reads("connections")).isEqualTo(6);
        assertThat(counted.reads("synapses")).isEqualTo(3);
        assertThat(again.synapses()).hasSameSizeAs(first.synapses()).isNotEmpty();
        assertThat(synapses.range(32, 96).connections())
                .hasSize(synapses.range(32, 64).connections().size()
                        + synapses.range(64, 96).connections().size());
    }

    @Test
    void connectionsCountWhatTheSynapsesAre() {
        var pairs = HARNESS.read(made, "connections");
        long synapses = 0;
        long between = 0;
        for (int i = 0; i < pairs.rowCount(); i++) {
            synapses += pairs.ints("synapses")[i];
            between += pairs.ints("mid_range")[i];
            if (pairs.ints("mid_range")[i] > 0) {
                assertThat(pairs.ints("appositions")[i]).isZero();
                assertThat(pairs.ints("synapses")[i]).isEqualTo(pairs.ints("mid_range")[i]);
            }
        }
        assertThat(synapses).isEqualTo(HARNESS.read(made, "synapses").rowCount());
        assertThat(between).isPositive();
    }

    @Test
    void whatCannotBeIsNamedWithWhatCould() {
        var wrong = request()
                .clearProjections()
                .addProjections(RegionPair.newBuilder().setSource("S1FK").setTarget("S1HL"))
                .addProjections(RegionPair.newBuilder().setSource("S1HL").setTarget("S1HL"))
                .build();
        assertThat(catchThrowableOfType(Problem.class, () -> new MidRangeStage().complete(wrong))
                        .faults())
                .extracting(f -> f.field())
                .containsExactly("projections[0].source", "projections[1].target");
        var empty = request()
                .clearProjections()
                .addProjections(RegionPair.newBuilder().setSource("S1J").setTarget("S1HL"))
                .build();
        assertThat(catchThrowableOfType(Problem.class, () -> HARNESS.run(new MidRangeStage(), empty)))
                .hasMessageContaining("No cell of S1J projects to S1HL");
    }
}
