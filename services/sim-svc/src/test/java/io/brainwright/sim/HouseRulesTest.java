package io.brainwright.sim;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
    void twoFloorsAndNamesThatSayWhatThingsDo() {
        HouseRules.check("io.brainwright.sim");
    }
}
