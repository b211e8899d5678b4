package io.brainwright.connectome.model.edit;

import io.brainwright.neuro.random.Draws;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.function.IntPredicate;

/**
 * Draws sources for a cell's connections, without putting back, each as likely as its model says among those left.
 *
 * <p>Every candidate gets the key {@code E / weight}, E exponential with mean 1; the smallest keys are drawn (Efraimidis &amp;
 * Spirakis 2006, Information Processing Letters 97:181, doi:10.1016/j.ipl.2005.11.003, in the form with exponentials). A candidate's E
 * depends on seed, purpose, target and its own place among the candidates only: what else is drawn changes nothing.
 */
public final class NewSources {
    private final CellPlaces places;
    private final int[] candidates;
    private final ConnectionModel model;
    private final long seed;
    private final String purpose;

    private record Keyed(int cell, double key) {}

    /**
     * @param candidates cells that may send, ascending
     * @param purpose name of the stream of draws
     */
    public NewSources(CellPlaces places, int[] candidates, ConnectionModel model, long seed, String purpose) {
        this.places = places;
        this.candidates = candidates.clone();
        this.model = model;
        this.seed = seed;
        this.purpose = purpose;
    }

    /**
     * Sources for one target; fewer than asked where no more are left that the model lets connect.
     *
     * @param target the cell that receives
     * @param targetId its id, which keys the draws
     * @param count how many
     * @param taken cells that may not be drawn
     */
    public int[] draw(int target, long targetId, int count, IntPredicate taken) {
        var draws = Draws.of(seed, purpose, targetId);
        var keyed = new ArrayList<Keyed>();
        for (int candidate : candidates) {
            double e = draws.exponential(1);
            if (candidate != target && !taken.test(candidate)) {
                double weight = model.weight(places, candidate, target);
                if (weight > 0) {
                    keyed.add(new Keyed(candidate, e / weight));
                }
            }
        }
        return keyed.stream()
                .sorted(Comparator.comparingDouble(Keyed::key).thenComparingInt(Keyed::cell))
                .limit(count)
                .mapToInt(Keyed::cell)
                .toArray();
    }
}
