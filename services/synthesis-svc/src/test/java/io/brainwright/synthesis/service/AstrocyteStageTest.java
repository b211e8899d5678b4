package io.brainwright.synthesis.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.synthesis.v1.AstrocytesRequest;
import io.brainwright.proto.synthesis.v1.SynthesisRequest;
import io.brainwright.synthesis.model.astrocyte.AstrocyteGrower;
import io.brainwright.testkit.StageHarness;
import org.junit.jupiter.api.Test;

class AstrocyteStageTest {
    private final StageHarness harness = new StageHarness();
    private final AstrocyteStage stage = new AstrocyteStage();

    private DatasetId given(GivenAstrocytes given) {
        return harness.run(given, SynthesisRequest.getDefaultInstance());
    }

    private AstrocytesRequest request(int count, long first, boolean feet) {
        var request = AstrocytesRequest.newBuilder()
                .setSeed(4)
                .setCells(ref(given(new GivenAstrocytes(count, first, false))));
        return (feet ? request.setEndfeet(ref(given(new GivenAstrocytes(count, first, true)))) : request).build();
    }

    private static DatasetRef ref(DatasetId id) {
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private Batch grow(AstrocytesRequest request) {
        return harness.read(harness.run(stage, request), MorphologyTable.NAME);
    }

    private static long trunks(Batch grown, int row) {
        var cell = MorphologyTable.morphology(grown, row);
        long n = 0;
        for (int s : cell.children(0)) {
            n += cell.type(s) == AstrocyteGrower.PERIVASCULAR ? 1 : 0;
        }
        return n;
    }

    @Test
    void anAstrocyteGrowsTheSameAloneAsAmongOthers() {
        var many = MorphologyTable.morphology(grow(request(40, 0, true)), 35);
        var alone = MorphologyTable.morphology(grow(request(1, 35, true)), 0);
        assertThat(alone.pointCount()).isEqualTo(many.pointCount()).isGreaterThan(300);
        for (int p = 0; p < alone.pointCount(); p++) {
            assertThat(alone.x(p)).isEqualTo(many.x(p));
            assertThat(alone.diameter(p)).isEqualTo(many.diameter(p));
        }
    }

    @Test
    void trunksGoToTheFeetThatAreGivenAndToNoOthers() {
        var with = grow(request(3, 0, true));
        var without = grow(request(3, 0, false));
        assertThat(with.longs("node_id")).containsExactly(0, 1, 2);
        for (int c = 0; c < 3; c++) {
            assertThat(trunks(with, c)).isPositive();
            assertThat(trunks(without, c)).isZero();
        }
    }

    @Test
    void cellsWithoutDomainsAndFeetOfOthersAreRefused() {
        var feet = given(new GivenAstrocytes(2, 0, true));
        assertThatThrownBy(() -> harness.run(
                        stage,
                        AstrocytesRequest.newBuilder().setCells(ref(feet)).build()))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().toString()).contains("astrocyte_domains"));
        var foreign = request(2, 10, false).toBuilder().setEndfeet(ref(feet)).build();
        assertThatThrownBy(() -> harness.run(stage, foreign))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.faults().getFirst().field()).isEqualTo("endfeet"));
        assertThatThrownBy(() -> stage.complete(AstrocytesRequest.getDefaultInstance()))
                .isInstanceOf(Problem.class);
    }
}
