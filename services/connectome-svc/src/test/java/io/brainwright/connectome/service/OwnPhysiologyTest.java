package io.brainwright.connectome.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Provenance;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.proto.connectome.v1.ConnectomeRequest;
import io.brainwright.proto.connectome.v1.PathwaysRequest;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.testkit.StageHarness;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The scientist's own numbers in place of the shipped ones: other rows under another id, and nothing else moves. */
class OwnPhysiologyTest {
    private static final String VELOCITY = "physiology.delay.velocity_um_per_ms";
    private static final StageHarness HARNESS = new StageHarness();
    private static final ConnectomeStage STAGE = new ConnectomeStage();
    private static final RecipeFile RECIPE = RecipeFile.open("rat-nbs1-synapses");
    private static final DatasetRef CIRCUIT = DatasetRef.newBuilder()
            .setId(HARNESS.run(new SmallCircuit(60, 120), PathwaysRequest.getDefaultInstance())
                    .hex())
            .build();

    @Test
    void halfTheVelocityDoublesTheTimeAlongTheAxonAndMovesNoSynapse() {
        double synaptic_ms = RECIPE.number("physiology.delay.synaptic_ms");
        var plain = HARNESS.run(STAGE, request(null));
        var slow = HARNESS.run(STAGE, request(own(VELOCITY, RECIPE.number(VELOCITY) / 2)));

        assertThat(slow).isNotEqualTo(plain);
        var before = HARNESS.read(plain, "synapses");
        var after = HARNESS.read(slow, "synapses");
        assertThat(before.rowCount()).isGreaterThan(50);
        assertThat(after.floats("efferent_center_x")).isEqualTo(before.floats("efferent_center_x"));
        assertThat(after.floats("conductance")).isEqualTo(before.floats("conductance"));
        for (int i = 0; i < before.rowCount(); i++) {
            double axon_ms = before.floats("delay")[i] - synaptic_ms;
            assertThat(after.floats("delay")[i] - synaptic_ms).isCloseTo(2 * axon_ms, within(1e-4));
        }
    }

    @Test
    void anOwnConductanceScalesThoseOfItsRuleOnly() {
        var path = "physiology.rules.1.conductance_nS"; // of inhibitory pathways
        var plain = HARNESS.read(HARNESS.run(STAGE, request(null)), "synapses");
        var own = HARNESS.read(HARNESS.run(STAGE, request(own(path, 2 * RECIPE.number(path)))), "synapses");

        int changed = 0;
        for (int i = 0; i < plain.rowCount(); i++) {
            boolean inhibitory = SmallCircuit.inhibitory(plain.longs("source_node_id")[i]);
            boolean same = plain.floats("conductance")[i] == own.floats("conductance")[i];
            assertThat(inhibitory || same).as("synapse " + i).isTrue();
            changed += same ? 0 : 1;
        }
        assertThat(changed).isPositive();
    }

    @Test
    void theRecipesOwnNumberSaidAgainIsTheSameDataset() {
        assertThat(id(own(VELOCITY, RECIPE.number(VELOCITY))))
                .isEqualTo(id(null))
                .isNotEqualTo(id(own(VELOCITY, 250)));
    }

    @Test
    void aNumberOfAnotherStageIsRefusedByName() {
        assertThatThrownBy(() -> STAGE.complete(request(own("fixed.v_init_mV", -70))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("fixed.v_init_mV", "connectome"));
        assertThatThrownBy(() -> STAGE.complete(request(own(VELOCITY, Double.NaN))))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.sentence()).contains("NaN"));
    }

    private static DatasetId id(@Nullable OwnValues own) {
        var complete = STAGE.complete(request(own));
        return Provenance.id(STAGE.name(), STAGE.version(), complete, STAGE.inputs(complete));
    }

    private static ConnectomeRequest request(@Nullable OwnValues own) {
        var request = ConnectomeRequest.newBuilder()
                .setCells(CIRCUIT)
                .setMorphologies(CIRCUIT)
                .setSeed(7);
        return own == null ? request.build() : request.setOwnValues(own).build();
    }

    private static OwnValues own(String path, double value) {
        return OwnValues.newBuilder()
                .addValues(OwnValue.newBuilder().setPath(path).setValue(value))
                .build();
    }
}
