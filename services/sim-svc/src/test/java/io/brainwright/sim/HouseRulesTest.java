package io.brainwright.sim;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void theFloorsOfTheServiceAreKept() {
        HouseRules.check("io.brainwright.sim");
    }
}
