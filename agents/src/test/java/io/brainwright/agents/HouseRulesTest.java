package io.brainwright.agents;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void namesSayWhatThingsDo() {
        HouseRules.check("io.brainwright.agents");
    }
}
