package io.brainwright.sim.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.google.protobuf.StringValue;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Provenance;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.sim.v1.SimRequest;
import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.PlacedCell;
import io.brainwright.testkit.StageHarness;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The scientist's own electrical numbers: what runs is made of them, under another id. */
class OwnElectricalTest {
    private static final String START = "fixed.v_init_mV";
    private static final List<PlacedCell> PAIR = List.of(Cells.pyramid(7, 5), Cells.basket(9, 4));
    private static final RecipeFile RECIPE = RecipeFile.open("rat-nbs1-electrical");

    private final StageHarness harness = new StageHarness();
    private final DatasetRef cells = keep(HandMade.cells(PAIR));
    private final DatasetRef morphologies = keep(HandMade.morphologies(PAIR));

    @Test
    void anOwnVoltageAtTheStartIsWhereTheRunStarts() {
        var plain = run(null);
        var own = run(own(START, -70));

        assertThat(own).isNotEqualTo(plain);
        for (float mV : first(plain)) {
            assertThat(mV).isCloseTo((float) RECIPE.number(START), within(0.01f));
        }
        for (float mV : first(own)) {
            assertThat(mV).isCloseTo(-70f, within(0.01f));
        }
    }

    @Test
    void theRecipesOwnNumberSaidAgainIsTheSameDataset() {
        assertThat(id(own(START, RECIPE.number(START)))).isEqualTo(id(null)).isNotEqualTo(id(own(START, -70)));
    }

    @Test
    void aNumberOfAnotherStageIsRefusedByName() {
        assertThatThrownBy(() -> new SimStage(1)
                        .complete(
                                request(own("physiology.delay.synaptic_ms", 1)).build()))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("physiology.delay.synaptic_ms"));
    }

    private float[] first(DatasetId run) {
        return harness.read(run, "soma_report").floatLists("values")[0];
    }

    private DatasetId run(@Nullable OwnValues own) {
        return harness.run(new SimStage(2), request(own).build());
    }

    private DatasetId id(@Nullable OwnValues own) {
        var stage = new SimStage(1);
        var complete = stage.complete(request(own).build());
        return Provenance.id(stage.name(), stage.version(), complete, stage.inputs(complete));
    }

    private SimRequest.Builder request(@Nullable OwnValues own) {
        var request = SimRequest.newBuilder()
                .setCells(cells)
                .setMorphologies(morphologies)
                .setDurationMs(2)
                .setBackend("java");
        return own == null ? request : request.setOwnValues(own);
    }

    private DatasetRef keep(HandMade stage) {
        var id = harness.run(stage, StringValue.getDefaultInstance());
        return DatasetRef.newBuilder().setId(id.hex()).build();
    }

    private static OwnValues own(String path, double value) {
        return OwnValues.newBuilder()
                .addValues(OwnValue.newBuilder().setPath(path).setValue(value))
                .build();
    }
}
