package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.fabric.v1.CellGroup;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.testkit.StageHarness;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EditStageTest {
    private static final StageHarness HARNESS = new StageHarness();
    private static final EditStage STAGE = new EditStage();
    private static DatasetRef circuit = DatasetRef.getDefaultInstance();
    private static DatasetRef coarse = circuit;
    private static DatasetRef fine = circuit;

    @BeforeAll
    static void wireOnce() {
        circuit = ref(HARNESS.run(new SmallCircuit(60, 80), PathwaysRequest.getDefaultInstance()));
        var request = ConnectomeRequest.newBuilder()
                .setCells(circuit)
                .setMorphologies(circuit)
                .build();
        coarse = ref(HARNESS.run(new ConnectomeStage(), request));
        fine = ref(HARNESS.run(new ConnectomeStage(7), request));
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private static EditRequest.Builder order() {
        return EditRequest.newBuilder()
                .setSynapses(coarse)
                .setCells(circuit)
                .setPre(CellGroup.newBuilder().setSynapseClass("EXC"))
                .setPost(CellGroup.newBuilder().addLayers(5));
    }

    private static Batch edited(EditRequest.Builder request, String table) {
        return HARNESS.read(HARNESS.run(STAGE, request.build()), table);
    }

    private static Batch parent(String table) {
        return HARNESS.read(new DatasetId(coarse.getId()), table);
    }

    private static boolean meant(Batch rows, int i) {
        return !SmallCircuit.inhibitory(rows.longs("source_node_id")[i])
                && SmallCircuit.mtype(rows.longs("target_node_id")[i]).startsWith("L5");
    }

    @Test
    void disconnectingTakesAllConnectionsOfThePathwayAndNoOther() {
        var before = parent("synapses");
        int others = 0;
        for (int i = 0; i < before.rowCount(); i++) {
            others += meant(before, i) ? 0 : 1;
        }
        var after = edited(order().setRemoveFraction(1), "synapses");
        assertThat(others).isBetween(1, before.rowCount() - 1);
        assertThat(after.rowCount()).isEqualTo(others);
        for (int i = 0; i < after.rowCount(); i++) {
            assertThat(meant(after, i)).isFalse();
        }
    }

    @Test
    void aConnectionGoesWholeAndTheTableOfConnectionsSaysSo() {
        var id = HARNESS.run(STAGE, order().setRemoveFraction(0.5).setSeed(4).build());
        var synapses = HARNESS.read(id, "synapses");
        var connections = HARNESS.read(id, "connections");
        var before = parent("connections");
        long left = 0;
        int gone = 0;
        for (int i = 0; i < connections.rowCount(); i++) {
            int now = connections.ints("synapses")[i];
            int taken = connections.ints("removed_by_edit")[i];
            assertThat(now + taken).isEqualTo(before.ints("synapses")[i]);
            assertThat(now == 0 || taken == 0).isTrue();
            assertThat(taken == 0 || meant(connections, i)).isTrue();
            left += now;
            gone += taken > 0 ? 1 : 0;
        }
        assertThat(gone).isPositive();
        assertThat(synapses.rowCount()).isEqualTo((int) left);
    }

    @Test
    void scalingTouchesTheConductanceOfThePathwayOnly() {
        var before = parent("synapses");
        var after = edited(order().setWeightFactor(0.5), "synapses");
        for (int i = 0; i < before.rowCount(); i++) {
            float g_nS = before.floats("conductance")[i];
            assertThat(after.floats("conductance")[i]).isEqualTo(meant(before, i) ? g_nS / 2 : g_nS);
        }
        assertSameElsewhere(before, after, "conductance");
    }

    @Test
    void settingADelayTouchesTheDelayOfThePathwayOnly() {
        var before = parent("synapses");
        var after = edited(order().setDelayMs(2.5), "synapses");
        for (int i = 0; i < before.rowCount(); i++) {
            assertThat(after.floats("delay")[i]).isEqualTo(meant(before, i) ? 2.5f : before.floats("delay")[i]);
        }
        assertSameElsewhere(before, after, "delay");
    }

    private static void assertSameElsewhere(Batch before, Batch after, String changed) {
        for (var column : before.schema().columns()) {
            if (!column.name().equals(changed)) {
                assertThat(after.values(after.schema().indexOf(column.name())))
                        .as(column.name())
                        .isEqualTo(before.values(before.schema().indexOf(column.name())));
            }
        }
    }

    @Test
    void theCutIntoChunksChangesNoRow() {
        var few = order().setRemoveFraction(0.3).setSeed(9);
        var many = few.clone().setSynapses(fine);
        for (var table : STAGE.tables(few.build())) {
            var one = edited(few, table.name());
            var other = edited(many, table.name());
            for (int c = 0; c < table.columns().size(); c++) {
                assertThat(other.values(c)).as(table.columns().get(c).name()).isEqualTo(one.values(c));
            }
        }
    }

    @Test
    void anEditCanBeEditedAgain() {
        var once = ref(HARNESS.run(STAGE, order().setRemoveFraction(0.3).build()));
        var twice = order().setSynapses(once).setRemoveFraction(1);
        assertThat(edited(twice, "synapses").rowCount())
                .isEqualTo(edited(order().setRemoveFraction(1), "synapses").rowCount());
        var counts = edited(twice, "connections");
        var all = edited(order().setRemoveFraction(1), "connections");
        assertThat(counts.ints("removed_by_edit")).isEqualTo(all.ints("removed_by_edit"));
    }

    @Test
    void onlyRemovalDependsOnTheSeed() {
        assertThat(STAGE.identity(order().setWeightFactor(2).setSeed(3).build()).getSeed())
                .isZero();
        assertThat(STAGE.identity(order().setRemoveFraction(0.5).setSeed(3).build())
                        .getSeed())
                .isEqualTo(3);
    }

    @Test
    void allFaultsOfARequestAreToldTogether() {
        var nothing = catchThrowableOfType(Problem.class, () -> STAGE.complete(EditRequest.getDefaultInstance()));
        assertThat(nothing.faults()).extracting(f -> f.field()).containsExactly("synapses", "cells", "op");
        var over = catchThrowableOfType(
                Problem.class,
                () -> STAGE.complete(order().setRemoveFraction(1.5).build()));
        assertThat(over.faults()).extracting(f -> f.field()).containsExactly("remove_fraction");
    }

    @Test
    void aSelectionWithoutCellsNamesWhatThereIs() {
        var wrong = order().setPre(CellGroup.newBuilder().addMTypes("L5_TPCA")).setDelayMs(1);
        var problem = catchThrowableOfType(Problem.class, () -> HARNESS.run(STAGE, wrong.build()));
        assertThat(problem.faults()).singleElement().satisfies(f -> {
            assertThat(f.field()).isEqualTo("pre.m_types");
            assertThat(f.fault()).contains("L5_TPC:A");
        });
    }
}
