package io.brainwright.synthesis.model.branching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class TipFateTest {
    @Test
    void oneBlurLengthBeforeTheMarkTheChanceIsOneOverE() {
        assertThat(TipFate.actProbability(98, 100, 2)).isCloseTo(1 / Math.E, within(1e-15));
    }

    @Test
    void atAndBeyondTheMarkATipAlwaysActs() {
        assertThat(TipFate.actProbability(100, 100, 1)).isEqualTo(1);
        assertThat(TipFate.actProbability(101, 100, 1)).isEqualTo(1);
    }
}
