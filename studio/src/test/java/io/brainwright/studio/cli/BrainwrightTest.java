package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.testkit.Reference;
import org.junit.jupiter.api.Test;

class BrainwrightTest {
    @Test
    void simCheckPassesItsOptionsOn() {
        var path = Reference.path("sim/hh_soma/case.json").toString();
        assertThat(Brainwright.run(new String[] {"sim", "check", path, "--backend", "java"}))
                .isZero();
        assertThat(Brainwright.run(new String[] {"sim", "check", path, "--backend", "abacus"}))
                .isEqualTo(2);
    }

    @Test
    void anUnknownVerbAndAnUnknownDatasetAreBadInput() {
        assertThat(Brainwright.run(new String[] {"imagine"})).isEqualTo(2);
        assertThat(Brainwright.run(new String[] {"recipe", "show", "unicorn"})).isEqualTo(2);
    }
}
