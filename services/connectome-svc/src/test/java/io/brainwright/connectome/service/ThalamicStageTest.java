package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.connectome.v1.ThalamicRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ThalamicStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final ThalamicStage STAGE = new ThalamicStage();
    private static DatasetRef column = DatasetRef.getDefaultInstance();
    private static DatasetId made = new DatasetId("0".repeat(64));

    @BeforeAll
    static void innervateOnce() {
        column = DatasetRef.newBuilder()
                .setId(new ColumnOfCells(300, 150, 0.06).in(HARNESS).hex())
                .build();
        made = HARNESS.run(STAGE, request().build());
    }

    private static ThalamicRequest.Builder request() {
        return ThalamicRequest.newBuilder()
                .setCells(column)
                .setMorphologies(column)
                .setSeed(3);
    }

    private static Map<Long, String> nuclei(Batch fibres) {
        var nuclei = new HashMap<Long, String>();
        for (int i = 0; i < fibres.rowCount(); i++) {
            nuclei.put(fibres.longs("node_id")[i], fibres.texts("nucleus")[i]);
        }
        return nuclei;
    }

    /** Per bin: synapses that lie in it, and those wanted. */
    @Test
    void theSynapsesLieInDepthAsTheProfileOfTheRecipe() {
        var nuclei = nuclei(HARNESS.read(made, "fibres"));
        var synapses = HARNESS.read(made, "thalamic_synapses");
        var profile = HARNESS.read(made, "profile");
        double[] found = new double[profile.rowCount()];
        for (int i = 0; i < synapses.rowCount(); i++) {
            double depth_um = ColumnOfCells.SHEET.depth_um(
                    synapses.floats("afferent_center_x")[i],
                    synapses.floats("afferent_center_y")[i],
                    synapses.floats("afferent_center_z")[i]);
            var nucleus = nuclei.get(synapses.longs("source_node_id")[i]);
            for (int b = 0; b < found.length; b++) {
                if (profile.texts("nucleus")[b].equals(nucleus)
                        && depth_um >= profile.doubles("top_um")[b]
                        && depth_um < profile.doubles("bottom_um")[b]) {
                    found[b]++;
                }
            }
        }
        double all = 0;
        double wanted = 0;
        for (int b = 0; b < found.length; b++) {
            all += found[b];
            wanted += profile.doubles("wanted")[b];
        }
        for (int b = 0; b < found.length; b++) {
            assertThat(found[b] / profile.doubles("wanted")[b])
                    .as("bin %d", b)
                    .isCloseTo(1, within(0.25 + 4 / Math.sqrt(profile.doubles("wanted")[b])));
        }
        assertThat(all / wanted).isCloseTo(1, within(0.03));
        assertThat(synapses.rowCount())
                .as("none lies elsewhere than in the bands, but for the length of a segment")
                .isCloseTo((int) all, org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void weakConnectionsGoAndSynapsesPerConnectionRise() {
        var pairs = HARNESS.read(made, "thalamic_connections");
        double drawn = 0;
        double kept = 0;
        double connections = 0;
        for (int i = 0; i < pairs.rowCount(); i++) {
            int n = pairs.ints("drawn")[i];
            assertThat(pairs.ints("removed_by_cut")[i] + pairs.ints("synapses")[i])
                    .isEqualTo(n);
            drawn += n;
            kept += pairs.ints("synapses")[i];
            connections += pairs.ints("synapses")[i] > 0 ? 1 : 0;
        }
        assertThat(kept / drawn).isBetween(0.3, 0.5);
        assertThat(kept / connections).isGreaterThan(drawn / pairs.rowCount());
        assertThat(kept).isEqualTo(HARNESS.read(made, "thalamic_synapses").rowCount());
    }

    /** Drawn synapses lie sqrt(2) widths away; the cut leaves rather the near ones. */
    @Test
    void widerFibresReachFurtherAndEachCellHearsMoreOfThem() {
        var wide = HARNESS.run(STAGE, request().setAxonWidthUm(80).build());
        assertThat(sideways_um(made)).isBetween(0.6 * Math.sqrt(2) * 20, 1.03 * Math.sqrt(2) * 20);
        assertThat(sideways_um(wide)).isBetween(0.6 * Math.sqrt(2) * 80, 1.03 * Math.sqrt(2) * 80);
        assertThat(connections(wide)).isGreaterThan(2 * connections(made));
    }

    private static long connections(DatasetId id) {
        return java.util.Arrays.stream(HARNESS.read(id, "thalamic_connections").ints("synapses"))
                .filter(n -> n > 0)
                .count();
    }

    /** Root mean square distance of synapses from the straight line of their fibre. */
    private static double sideways_um(DatasetId id) {
        var fibres = HARNESS.read(id, "fibres");
        var synapses = HARNESS.read(id, "thalamic_synapses");
        double sum = 0;
        for (int i = 0; i < synapses.rowCount(); i++) {
            int f = (int) synapses.longs("source_node_id")[i];
            double[] apart = new double[3];
            double along = 0;
            double square = 0;
            int k = 0;
            for (var axis : new String[] {"x", "y", "z"}) {
                apart[k] = synapses.floats("afferent_center_" + axis)[i] - fibres.floats(axis)[f];
                along += apart[k] * fibres.floats("direction_" + axis)[f];
                square += apart[k] * apart[k];
                k++;
            }
            sum += square - along * along;
        }
        return Math.sqrt(sum / synapses.rowCount());
    }

    @Test
    void chunksOfSevenTargetsGiveTheSameRowsAsChunksOfSixtyFour() {
        var fine = HARNESS.run(new ThalamicStage(7), request().build());
        for (var table : new String[] {"fibres", "thalamic_synapses", "thalamic_connections", "profile"}) {
            assertThat(HARNESS.manifest(fine).rowHash().get(table))
                    .as(table)
                    .isEqualTo(HARNESS.manifest(made).rowHash().get(table));
        }
    }

    @Test
    void rowsAreSortedAndTheSignalTakesLongerToTheTop() {
        var rows = HARNESS.read(made, "thalamic_synapses");
        for (int i = 0; i < rows.rowCount(); i++) {
            double depth_um = ColumnOfCells.SHEET.depth_um(
                    rows.floats("afferent_center_x")[i],
                    rows.floats("afferent_center_y")[i],
                    rows.floats("afferent_center_z")[i]);
            double path_um = ColumnOfCells.SHEET.recipe().thickness_um() - depth_um;
            assertThat((double) rows.floats("delay")[i]).isCloseTo(0.1 + path_um / 300, within(1e-3));
            assertThat(rows.ints("syn_type_id")[i]).isEqualTo(120);
            if (i > 0) {
                assertThat(rows.longs("target_node_id")[i]).isGreaterThanOrEqualTo(rows.longs("target_node_id")[i - 1]);
            }
        }
    }

    @Test
    void oneNucleusAloneHasTheFibresAndSynapsesThatItHasBesideTheOther() {
        var alone = HARNESS.read(HARNESS.run(STAGE, request().addSources("VPM").build()), "thalamic_synapses");
        var both = HARNESS.read(made, "thalamic_synapses");
        var nuclei = nuclei(HARNESS.read(made, "fibres"));
        long vpm = java.util.Arrays.stream(both.longs("source_node_id"))
                .filter(f -> "VPM".equals(nuclei.get(f)))
                .count();
        assertThat((long) alone.rowCount()).isEqualTo(vpm);
    }

    @Test
    void whatCannotBeIsNamedWithWhatCould() {
        var wrong = request().addSources("LGN").setAxonWidthUm(-2).build();
        assertThat(catchThrowableOfType(Problem.class, () -> STAGE.complete(wrong))
                        .faults())
                .extracting(f -> f.field())
                .containsExactly("sources", "axon_width_um");
        var bare = DatasetRef.newBuilder()
                .setId(HARNESS.run(new SmallCircuit(10, 60), PathwaysRequest.getDefaultInstance())
                        .hex())
                .build();
        var elsewhere = request().setCells(bare).setMorphologies(bare).build();
        assertThat(catchThrowableOfType(Problem.class, () -> HARNESS.run(STAGE, elsewhere))
                        .faults())
                .singleElement()
                .satisfies(f -> assertThat(f.fault()).contains("small-circuit", "placement"));
    }
}
