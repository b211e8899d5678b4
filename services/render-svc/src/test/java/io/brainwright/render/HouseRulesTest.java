package io.brainwright.render;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theTwoFloorsAreKeptApart() {
        HouseRules.check("io.brainwright.render");
    }
}
