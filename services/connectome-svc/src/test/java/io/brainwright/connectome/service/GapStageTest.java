package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.connectome.model.apposition.NearestGap;
import io.brainwright.connectome.model.tissue.Neurites;
import io.brainwright.connectome.model.tissue.PlacedCell;
import io.brainwright.connectome.model.tissue.Segments;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.GapJunctionsRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class GapStageTest {
    private static final int CELLS = 90;
    private static final StageHarness HARNESS = new StageHarness();
    private static final DatasetRef CIRCUIT = DatasetRef.newBuilder()
            .setId(HARNESS.run(new SmallCircuit(CELLS, 120), PathwaysRequest.getDefaultInstance())
                    .hex())
            .build();
    private static final DatasetId MADE = HARNESS.run(new GapStage(), request().build());

    private static GapJunctionsRequest.Builder request() {
        return GapJunctionsRequest.newBuilder()
                .setCells(CIRCUIT)
                .setMorphologies(CIRCUIT)
                .setSeed(5);
    }

    private static String pair(long low, long high) {
        return low + "-" + high;
    }

    private static TreeSet<String> pairs(Batch junctions) {
        var pairs = new TreeSet<String>();
        for (int i = 0; i < junctions.rowCount(); i++) {
            pairs.add(pair(junctions.longs("source_node_id")[i], junctions.longs("target_node_id")[i]));
        }
        return pairs;
    }

    private static Segments dendrites(PlacedCell cell) {
        var segments = new Segments();
        Neurites.addTargets(cell, 0, segments);
        return segments;
    }

    /** Every pair of baskets and every pair of Martinotti cells, each against each, by the distance of all their segments. */
    @Test
    void cellsOfAFamilyCoupleWhereverTheirDendritesMeet() {
        var id = new DatasetId(CIRCUIT.getId());
        List<PlacedCell> cells = new Circuit(HARNESS, id, id).range(0, CELLS);
        var wanted = new TreeSet<String>();
        for (var low : cells) {
            for (var high : cells) {
                boolean couples =
                        List.of("L23_LBC", "L5_MC").contains(low.type().mtype())
                                && low.type().equals(high.type())
                                && low.nodeId() < high.nodeId();
                if (couples && NearestGap.between_um(dendrites(low), dendrites(high)) < 0.5) {
                    wanted.add(pair(low.nodeId(), high.nodeId()));
                }
            }
        }
        assertThat(wanted).hasSizeGreaterThan(20);
        assertThat(pairs(HARNESS.read(MADE, "gap_junctions"))).isEqualTo(wanted);
    }

    /** The centers of both sides are a radius each and the gap apart. */
    @Test
    void eachJunctionLiesWhereBothSurfacesAreWithinReach() {
        var junctions = HARNESS.read(MADE, "gap_junctions");
        for (int i = 0; i < junctions.rowCount(); i++) {
            double apart_um = 0;
            double center_um = 0;
            double inside_um = 0;
            for (var axis : List.of("x", "y", "z")) {
                double a = junctions.floats("afferent_surface_" + axis)[i];
                double e = junctions.floats("efferent_surface_" + axis)[i];
                double ca = junctions.floats("afferent_center_" + axis)[i];
                double ce = junctions.floats("efferent_center_" + axis)[i];
                apart_um += (a - e) * (a - e);
                center_um += (ca - ce) * (ca - ce);
                inside_um += (a - ca) * (a - ca);
            }
            assertThat(junctions.floats("spine_length")[i]).isBetween(0f, 0.5f);
            boolean interpenetrate = Math.sqrt(center_um) < Math.sqrt(inside_um);
            if (!interpenetrate && junctions.floats("spine_length")[i] > 0) {
                assertThat(Math.sqrt(apart_um)).isCloseTo(junctions.floats("spine_length")[i], within(1e-3));
            }
            assertThat(junctions.floats("conductance")[i]).isEqualTo(0.2f);
            assertThat(junctions.ints("afferent_section_type")[i]).isNotEqualTo(2);
            assertThat(junctions.ints("efferent_section_type")[i]).isNotEqualTo(2);
        }
    }

    @Test
    void theChunksChangeNoRow() {
        var few = HARNESS.run(new GapStage(7), request().setSeed(6).build());
        var whole = HARNESS.run(new GapStage(1000), request().setSeed(7).build());
        assertThat(pairs(HARNESS.read(few, "gap_junctions"))).isEqualTo(pairs(HARNESS.read(whole, "gap_junctions")));

        var again = new StageHarness();
        var circuit = again.run(new SmallCircuit(CELLS, 120), PathwaysRequest.getDefaultInstance());
        var ref = DatasetRef.newBuilder().setId(circuit.hex()).build();
        var cut = again.read(
                again.run(
                        new GapStage(7),
                        request().setCells(ref).setMorphologies(ref).build()),
                "gap_junctions");
        var kept = HARNESS.read(MADE, "gap_junctions");
        for (var column : List.of("afferent_section_pos", "efferent_section_pos", "spine_length")) {
            assertThat(cut.floats(column)).isEqualTo(kept.floats(column));
        }
    }

    @Test
    void aChanceOfAHalfLeavesAboutHalfOfTheJunctions() {
        var own = request();
        own.getOwnValuesBuilder()
                .addValuesBuilder()
                .setPath("gap_junctions.chance")
                .setValue(0.5);
        int half = HARNESS.read(HARNESS.run(new GapStage(), own.build()), "gap_junctions")
                .rowCount();
        int all = HARNESS.read(MADE, "gap_junctions").rowCount();

        assertThat((double) half / all).isCloseTo(0.5, within(4 * 0.5 / Math.sqrt(all)));
    }

    @Test
    void missingInputsAreNamedTogether() {
        assertThatThrownBy(() -> new GapStage().complete(GapJunctionsRequest.getDefaultInstance()))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("gap junctions");
    }
}
