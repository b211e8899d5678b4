package io.brainwright.sim.sonata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.sim.model.mechanism.CellModel;
import io.brainwright.sim.model.mechanism.Ions;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sonata.config.ConditionSettings.Modification;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Assignments to sections: values and factors, of membranes and of the cell's ions. */
class SectionChangesTest {
    private static final Membrane LEAKY = Membrane.of(1).with(Mechanism.pas, "g_S_cm2", 1e-4);
    private static final CellModel MODEL =
            new CellModel(Map.of("soma", LEAKY, "dend", LEAKY), new Ions(50, -90, 2, 5e-5));

    private static CellModel changed(String configure) {
        return SectionChanges.of(new Modification("change", "/conditions/modifications/0", "All", configure))
                .apply(MODEL)
                .orElseThrow();
    }

    @Test
    void aFactorOfAReversalPotentialMultipliesItOnceHoweverManyGroupsThereAre() {
        assertThat(changed("%s.ena *= 1.1").ions().ena_mV()).isCloseTo(55, within(1e-12));
        assertThat(changed("%s.ek *= 0.5; %s.cm *= 2").ions().ek_mV()).isEqualTo(-45);
    }

    @Test
    void aValueTakesItsPlace() {
        assertThat(changed("%s.ena = 60").ions()).isEqualTo(new Ions(60, -90, 2, 5e-5));
        assertThat(changed("%s.cm = 3").membrane("dend").cm_uF_cm2()).isEqualTo(3);
    }
}
