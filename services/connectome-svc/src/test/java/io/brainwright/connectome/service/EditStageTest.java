package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.brainwright.fabric.table.Batch;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.EditRequest;
import io.brainwright.proto.fabric.v1.CellGroup;
import org.junit.jupiter.api.Test;

class EditStageTest {
    private static final WiredOnce WIRED = WiredOnce.wire();

    private static EditRequest.Builder order() {
        return WIRED.ofExcitatory().setPost(CellGroup.newBuilder().addLayers(5));
    }

    private static boolean meant(Batch rows, int i) {
        return !SmallCircuit.inhibitory(rows.longs("source_node_id")[i])
                && SmallCircuit.mtype(rows.longs("target_node_id")[i]).startsWith("L5");
    }

    @Test
    void disconnectingTakesAllConnectionsOfThePathwayAndNoOther() {
        var before = WIRED.parent("synapses");
        int others = 0;
        for (int i = 0; i < before.rowCount(); i++) {
            others += meant(before, i) ? 0 : 1;
        }
        var after = WIRED.edited(order().setRemoveFraction(1), "synapses");
        assertThat(others).isBetween(1, before.rowCount() - 1);
        assertThat(after.rowCount()).isEqualTo(others);
        for (int i = 0; i < after.rowCount(); i++) {
            assertThat(meant(after, i)).isFalse();
        }
    }

    @Test
    void aConnectionGoesWholeAndTheTableOfConnectionsSaysSo() {
        var id = WIRED.harness()
                .run(WiredOnce.STAGE, order().setRemoveFraction(0.5).setSeed(4).build());
        var synapses = WIRED.harness().read(id, "synapses");
        var connections = WIRED.harness().read(id, "connections");
        var before = WIRED.parent("connections");
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
        var before = WIRED.parent("synapses");
        var after = WIRED.edited(order().setWeightFactor(0.5), "synapses");
        for (int i = 0; i < before.rowCount(); i++) {
            float g_nS = before.floats("conductance")[i];
            assertThat(after.floats("conductance")[i]).isEqualTo(meant(before, i) ? g_nS / 2 : g_nS);
        }
        assertSameElsewhere(before, after, "conductance");
    }

    @Test
    void settingADelayTouchesTheDelayOfThePathwayOnly() {
        var before = WIRED.parent("synapses");
        var after = WIRED.edited(order().setDelayMs(2.5), "synapses");
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
        var many = few.clone().setSynapses(WIRED.fine());
        for (var table : WiredOnce.STAGE.tables(few.build())) {
            var one = WIRED.edited(few, table.name());
            var other = WIRED.edited(many, table.name());
            for (int c = 0; c < table.columns().size(); c++) {
                assertThat(other.values(c)).as(table.columns().get(c).name()).isEqualTo(one.values(c));
            }
        }
    }

    @Test
    void anEditCanBeEditedAgain() {
        var once = WiredOnce.ref(WIRED.harness()
                .run(WiredOnce.STAGE, order().setRemoveFraction(0.3).build()));
        var twice = order().setSynapses(once).setRemoveFraction(1);
        assertThat(WIRED.edited(twice, "synapses").rowCount())
                .isEqualTo(
                        WIRED.edited(order().setRemoveFraction(1), "synapses").rowCount());
        var counts = WIRED.edited(twice, "connections");
        var all = WIRED.edited(order().setRemoveFraction(1), "connections");
        assertThat(counts.ints("removed_by_edit")).isEqualTo(all.ints("removed_by_edit"));
    }

    @Test
    void onlyRemovalDependsOnTheSeed() {
        assertThat(WiredOnce.STAGE
                        .identity(order().setWeightFactor(2).setSeed(3).build())
                        .getSeed())
                .isZero();
        assertThat(WiredOnce.STAGE
                        .identity(order().setRemoveFraction(0.5).setSeed(3).build())
                        .getSeed())
                .isEqualTo(3);
    }

    @Test
    void allFaultsOfARequestAreToldTogether() {
        var nothing =
                catchThrowableOfType(Problem.class, () -> WiredOnce.STAGE.complete(EditRequest.getDefaultInstance()));
        assertThat(nothing.faults()).extracting(f -> f.field()).containsExactly("synapses", "cells", "op");
        var over = catchThrowableOfType(
                Problem.class,
                () -> WiredOnce.STAGE.complete(order().setRemoveFraction(1.5).build()));
        assertThat(over.faults()).extracting(f -> f.field()).containsExactly("remove_fraction");
    }

    @Test
    void aSelectionWithoutCellsNamesWhatThereIs() {
        var wrong = order().setPre(CellGroup.newBuilder().addMTypes("L5_TPCA")).setDelayMs(1);
        var problem = catchThrowableOfType(Problem.class, () -> WIRED.harness().run(WiredOnce.STAGE, wrong.build()));
        assertThat(problem.faults()).singleElement().satisfies(f -> {
            assertThat(f.field()).isEqualTo("pre.m_types");
            assertThat(f.fault()).contains("L5_TPC:A");
        });
    }
}
