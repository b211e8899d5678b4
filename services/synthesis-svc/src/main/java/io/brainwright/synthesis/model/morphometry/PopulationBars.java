package io.brainwright.synthesis.model.morphometry;

import io.brainwright.neuro.topology.Bars;
import io.brainwright.neuro.topology.PersistenceImage;
import io.brainwright.neuro.topology.PersistenceImage.Window;

/**
 * The bars of one kind of neurite of some cells.
 *
 * @param cells how many cells
 * @param bars bars of all their trees
 */
public record PopulationBars(int cells, Bars bars) {
    /**
     * How far the persistence images of two populations are apart, over the window that holds both.
     *
     * @param mean_difference mean |difference| of the images, each with greatest value 1
     * @param total_variation half the sum of |difference| of the images, each with sum 1
     */
    public record Distance(double mean_difference, double total_variation) {}

    /** Whether both have an image. */
    public boolean comparable(PopulationBars other) {
        return PersistenceImage.drawable(bars) && PersistenceImage.drawable(other.bars);
    }

    public Distance distance(PopulationBars other) {
        var window = Window.around(bars, other.bars);
        var own = PersistenceImage.of(bars, window);
        var others = PersistenceImage.of(other.bars, window);
        return new Distance(own.meanDifference(others), own.totalVariation(others));
    }
}
