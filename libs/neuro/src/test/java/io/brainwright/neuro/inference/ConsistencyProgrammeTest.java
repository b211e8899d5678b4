package io.brainwright.neuro.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.brainwright.neuro.inference.ConsistencyProgramme.Stated;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ConsistencyProgrammeTest {
    private final ConsistencyProgramme programme = new ConsistencyProgramme(
            Map.of("whole", "root", "left", "whole", "right", "whole"), Map.of("left", 1.0, "right", 3.0));

    @Test
    void theLessCertainValueGivesWay() {
        var found = programme.solve(
                List.of(
                        new Stated("whole", "PV+", 1000, 10),
                        new Stated("left", "PV+", 2000, 10),
                        new Stated("right", "PV+", 1000, 500)),
                List.of("PV+"),
                "inhibitory neuron");
        assertThat(found.get("whole").get("PV+")).isCloseTo(1000, within(1e-6));
        assertThat(found.get("left").get("PV+")).isCloseTo(2000, within(1e-6));
        assertThat(found.get("right").get("PV+")).isCloseTo((1000 - 0.25 * 2000) / 0.75, within(1e-6));
    }

    @Test
    void classesLieWithinTheirTotal() {
        var found = programme.solve(
                List.of(
                        new Stated("left", "PV+", 700, 100),
                        new Stated("left", "SST+", 600, 10),
                        new Stated("left", "inhibitory neuron", 1000, 10)),
                List.of("PV+", "SST+"),
                "inhibitory neuron");
        assertThat(found.get("left").get("SST+")).isCloseTo(600, within(1e-6));
        assertThat(found.get("left").get("PV+")).isCloseTo(400, within(1e-6));
    }
}
