package io.brainwright.synthesis;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theTwoFloorsStayApart() {
        HouseRules.check("io.brainwright.synthesis");
    }
}
