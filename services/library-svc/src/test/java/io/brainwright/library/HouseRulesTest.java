package io.brainwright.library;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void scienceIsPlainJavaAndNamesSayWhatThingsDo() {
        HouseRules.check("io.brainwright.library");
    }
}
