package io.brainwright.sim.model.circuit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.sim.model.synapse.SynapseType.SynE;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SynapseBathTest {
    private static final SynapseBath NORMAL = new SynapseBath(2, 1, Set.of());

    @Test
    void atTwoMillimolarNothingChanges() {
        assertThat(NORMAL.utilisation(0.5, 2.79)).isEqualTo(0.5);
    }

    /** synapse_physiology.json of the reference: U(1.05 mM) / U(2 mM) for the three half-points of Markram et al. 2015. */
    @Test
    void lowCalciumScalesReleaseAsPublished() {
        var low = new SynapseBath(1.05, 1, Set.of());
        assertThat(low.utilisation(1, 2.79)).isCloseTo(0.094141, within(1e-6));
        assertThat(low.utilisation(1, 1.94)).isCloseTo(0.148996, within(1e-6));
        assertThat(low.utilisation(1, 1.09)).isCloseTo(0.503502, within(1e-6));
    }

    @Test
    void nothingReleasesMoreThanAll() {
        assertThat(new SynapseBath(10, 1, Set.of()).utilisation(0.5, 2.79)).isEqualTo(1);
    }

    @Test
    void blockingAmpaLeavesNmdaBitForBit() {
        var blocked = new SynapseBath(2, 1, Set.of(Receptor.AMPA));
        double weight = blocked.weight_uS(true, 0.7e-3);
        assertThat(weight).isLessThan(1e-15);
        assertThat(((SynE) blocked.outside()).NMDA_ratio() * weight)
                .isEqualTo(((SynE) NORMAL.outside()).NMDA_ratio() * 0.7e-3);
    }

    @Test
    void blockingNmdaLeavesAmpa() {
        var blocked = new SynapseBath(2, 1, Set.of(Receptor.NMDA));
        assertThat(((SynE) blocked.outside()).NMDA_ratio()).isZero();
        assertThat(blocked.weight_uS(true, 0.7e-3)).isEqualTo(0.7e-3);
    }
}
