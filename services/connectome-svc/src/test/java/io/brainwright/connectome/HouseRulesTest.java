package io.brainwright.connectome;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void scienceIsPlainJavaAndAdaptersLeanOnIt() {
        HouseRules.check("io.brainwright.connectome");
    }
}
