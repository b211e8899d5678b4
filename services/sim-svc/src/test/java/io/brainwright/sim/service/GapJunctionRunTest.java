package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.StringValue;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.sim.v1.CellTarget;
import io.brainwright.proto.sim.v1.CurrentStep;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.proto.sim.v1.Stimulus;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.testkit.StageHarness;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two basket cells, 3 and 4, with a little current into the first. */
class GapJunctionRunTest {
    private static final List<PlacedCell> PAIR = List.of(Cells.basket(3, 4), Cells.basket(4, 4));
    private static final double CURRENT_NA = -0.01;
    private static final int LAST_FRAME = 300;

    private final StageHarness harness = new StageHarness();
    private final DatasetRef cells = keep(HandMade.cells(PAIR));
    private final DatasetRef morphologies = keep(HandMade.morphologies(PAIR));

    private DatasetRef keep(HandMade rows) {
        return DatasetRef.newBuilder()
                .setId(harness.run(rows, StringValue.getDefaultInstance()).hex())
                .build();
    }

    private SimRequest.Builder still() {
        return SimRequest.newBuilder()
                .setCells(cells)
                .setMorphologies(morphologies)
                .setDurationMs(LAST_FRAME)
                .setSomaReportDtMs(1)
                .setBackend("java");
    }

    private SimRequest.Builder pushed() {
        return still().addStimuli(Stimulus.newBuilder()
                .setTarget(CellTarget.newBuilder().addNodeIds(3))
                .setCurrentStep(CurrentStep.newBuilder()
                        .setStartMs(0)
                        .setDurationMs(LAST_FRAME)
                        .setAmplitudeNA(CURRENT_NA)));
    }

    private float[] atTheEnd(SimRequest.Builder request) {
        DatasetId id = harness.run(new SimStage(1), request.build());
        return harness.read(id, "soma_report").floatLists("values")[LAST_FRAME];
    }

    /** Two equal cells of input resistance R, coupled at their somata by g: the second follows by k = g R / (1 + g R). */
    @Test
    void theCouplingCoefficientIsThatOfTwoResistors() {
        double g_nS = 0.5;
        float[] rest_mV = atTheEnd(still());
        double alone_mV = atTheEnd(pushed())[0] - rest_mV[0];
        double r_MOhm = alone_mV / CURRENT_NA;
        double gR = g_nS * r_MOhm / 1000;

        float[] coupled_mV = atTheEnd(pushed().setGapJunctions(gap(g_nS)));
        double first_mV = coupled_mV[0] - rest_mV[0];
        double second_mV = coupled_mV[1] - rest_mV[1];

        assertThat(alone_mV).isBetween(-10.0, -0.2);
        assertThat(second_mV / first_mV).isCloseTo(gR / (1 + gR), within(0.03 * gR / (1 + gR)));
        assertThat(first_mV / alone_mV).isCloseTo((1 + gR) / (1 + 2 * gR), within(0.03));
    }

    @Test
    void aCellThatIsNotThereIsNamed() {
        var stray = keep(HandMade.gapJunctions(new long[] {3}, new long[] {8}, 0.2f));
        assertThatThrownBy(() -> atTheEnd(still().setGapJunctions(stray)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("8");
    }

    private DatasetRef gap(double g_nS) {
        return keep(HandMade.gapJunctions(new long[] {3}, new long[] {4}, (float) g_nS));
    }
}
