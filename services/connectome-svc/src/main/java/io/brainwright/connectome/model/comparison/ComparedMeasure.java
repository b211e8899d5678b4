package io.brainwright.connectome.model.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One measure of a wiring beside the published one.
 *
 * @param measure its name
 * @param ours measured here
 * @param published measured there
 * @param low least value that meets the floor; NaN where the measure has none
 * @param high greatest
 */
public record ComparedMeasure(String measure, double ours, double published, double low, double high) {
    /** chosen: connection probabilities within a factor of two. */
    public static final double FACTOR = 2;

    /** The bins up to 500 um have a floor. */
    public static final int FLOOR_BINS = 10;

    /** chosen: as far apart as published circuits of one method and another. */
    private static final double LEAST_TRIANGLES = 2;

    private static final double MOST_TRIANGLES = 5;

    /** Whether the floor is met; true where there is none. */
    public boolean holds() {
        return Double.isNaN(low) || (ours >= low && ours <= high);
    }

    /** In one line. */
    public String sentence() {
        var floor = Double.isNaN(low) ? "" : holds() ? "   floor holds" : "   floor missed";
        return String.format(Locale.ROOT, "%-48s %10.4g   published %10.4g%s", measure, ours, published, floor);
    }

    /** ours / published. */
    public double ratio() {
        return ours / published;
    }

    /** All measures but those of pathways, beside those of the subvolume. */
    public static List<ComparedMeasure> of(WiringMeasures wiring) {
        var rows = new ArrayList<ComparedMeasure>();
        for (int bin = 0;
                bin < Math.min(Nbs1Subvolume.bins(), wiring.distances().bins());
                bin++) {
            double published = Nbs1Subvolume.probability(bin);
            boolean floor = bin < FLOOR_BINS;
            rows.add(new ComparedMeasure(
                    "connection probability, %d to %d um".formatted(50 * bin, 50 * bin + 50),
                    wiring.distances().probability(bin),
                    published,
                    floor ? published / FACTOR : Double.NaN,
                    floor ? published * FACTOR : Double.NaN));
        }
        rows.add(free("density", wiring.density(), Nbs1Subvolume.DENSITY));
        rows.add(free("reciprocity", wiring.reciprocity(), Nbs1Subvolume.RECIPROCITY));
        rows.add(free("degree, mean", wiring.degree(), Nbs1Subvolume.DEGREE));
        rows.add(free(
                "out-degree, sd over mean",
                wiring.outDegreeSd() / wiring.degree(),
                Nbs1Subvolume.OUT_DEGREE_SD / Nbs1Subvolume.DEGREE));
        rows.add(free(
                "in-degree, sd over mean",
                wiring.inDegreeSd() / wiring.degree(),
                Nbs1Subvolume.IN_DEGREE_SD / Nbs1Subvolume.DEGREE));
        rows.add(free(
                "common neighbours, connected over unconnected",
                wiring.commonNeighbourRatio(),
                Nbs1Subvolume.COMMON_NEIGHBOUR_RATIO));
        for (int k = 2; k <= Nbs1Subvolume.mostDimension(); k++) {
            rows.add(new ComparedMeasure(
                    String.format(Locale.ROOT, "simplices of dimension %d over chance", k),
                    wiring.simplices().overChance()[k],
                    Nbs1Subvolume.simplicesOverChance(k),
                    k == 2 ? LEAST_TRIANGLES : Double.NaN,
                    k == 2 ? MOST_TRIANGLES : Double.NaN));
        }
        return rows;
    }

    private static ComparedMeasure free(String measure, double ours, double published) {
        return new ComparedMeasure(measure, ours, published, Double.NaN, Double.NaN);
    }
}
