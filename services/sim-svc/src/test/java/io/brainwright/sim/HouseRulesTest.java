package io.brainwright.sim;

import io.brainwright.testkit.HouseRules;
import org.junit.jupiter.api.Test;

class HouseRulesTest {
    @Test
<<<<<<< HEAD
    void twoFloorsAndNamesThatSayWhatThingsDo() {
=======
    void theFloorsOfTheServiceAreKept() {
>>>>>>> simnet
        HouseRules.check("io.brainwright.sim");
    }
}
