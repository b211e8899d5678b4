package io.brainwright.studio.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.agents.run.Measure;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeasureTableTest {
    @Test
    void aMetricIsAHeadingWithItsUnitAndEachGroupARowWithAlignedNumbers() {
        assertThat(MeasureTable.lines(List.of(
                        measure("layer_thickness", "L1", 165, "um"),
                        measure("layer_thickness", "L23", 149.25, "um"),
                        measure("neuron_count", "S1HL", 524767.123, "1"))))
                .containsExactly(
                        "layer thickness (um)", "  L1      165", "  L23  149.25", "neuron count", "  S1HL  524767");
    }

    @Test
    void aLongTableSaysHowManyRowsItLeavesAway() {
        var rows = IntStream.range(0, 64)
                .mapToObj(i -> measure("density", "type " + i, i, "1/mm3"))
                .toList();

        assertThat(MeasureTable.lines(rows)).hasSize(62).last().asString().contains("4 more", "--json");
    }

    private static Measure measure(String metric, String group, double value, String unit) {
        return new Measure("look", metric, group, "run", Map.of(), value, unit, null, 1);
    }
}
