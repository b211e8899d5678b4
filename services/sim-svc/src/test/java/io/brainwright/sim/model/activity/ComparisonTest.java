package io.brainwright.sim.model.activity;

import static org.assertj.core.api.Assertions.assertThat;

import io.brainwright.sim.model.circuit.Cells;
import io.brainwright.sim.model.circuit.PlacedCell;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final List<PlacedCell> CELLS =
            List.of(Cells.pyramid(1, 4), Cells.pyramid(2, 4), Cells.pyramid(3, 5), Cells.basket(4, 5));

    @Test
    void layersAreCountedFromTheOnset() {
        var run = new Spikes(new double[] {10, 51, 52, 60, 61}, new long[] {1, 1, 2, 3, 3});
        var control = new Spikes(new double[] {10, 70}, new long[] {1, 3});
        var layers = Comparison.of(CELLS, run, control, Set.of(1L), 50).layers();

        assertThat(layers).extracting(Comparison.Layer::layer).containsExactly(4, 5);
        var four = layers.get(0);
        assertThat(four.cells()).isEqualTo(2);
        assertThat(four.stimulatedCells()).isEqualTo(1);
        assertThat(four.run().spikes()).isEqualTo(2);
        assertThat(four.run().activeCells()).isEqualTo(2);
        assertThat(four.run().firstSpikeLatency_ms()).hasValue(1);
        assertThat(four.run().unstimulatedSpikes()).isEqualTo(1);
        assertThat(four.control().spikes()).isZero();
        assertThat(four.control().firstSpikeLatency_ms()).isEmpty();
        assertThat(layers.get(1).run().spikes()).isEqualTo(2);
        assertThat(layers.get(1).control().firstSpikeLatency_ms()).hasValue(20);
    }

    @Test
    void onlyTheStimulatedFiredWhereNoOtherCellFiredMoreThanInTheControl() {
        var control = new Spikes(new double[] {70}, new long[] {3});
        var same = new Spikes(new double[] {51, 55, 70}, new long[] {1, 1, 3});
        var spread = new Spikes(new double[] {51, 55, 56}, new long[] {1, 2, 3});

        assertThat(Comparison.of(CELLS, same, control, Set.of(1L), 50).onlyStimulatedFired())
                .isTrue();
        assertThat(Comparison.of(CELLS, spread, control, Set.of(1L), 50).onlyStimulatedFired())
                .isFalse();
    }

    @Test
    void oneCellMoreAndAnotherLessIsNotNothing() {
        var control = new Spikes(new double[] {60}, new long[] {2});
        var run = new Spikes(new double[] {60}, new long[] {3});
        assertThat(Comparison.of(CELLS, run, control, Set.of(), 50).onlyStimulatedFired())
                .isFalse();
    }
}
