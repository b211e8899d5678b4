package io.brainwright.plugin;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void scienceIsPlainJavaAndNamesSayWhatThingsDo() {
        HouseRules.check("io.brainwright.plugin");
    }
}
