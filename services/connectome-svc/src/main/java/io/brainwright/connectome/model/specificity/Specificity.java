package io.brainwright.connectome.model.specificity;

import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.neuro.random.Draws;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Which appositions of an axon that chooses stay, before pruning: each by the weight of where it lands, with a draw of its own keyed by the
 * pair; of axons with one synapse per connection a single one.
 */
public final class Specificity {
    /** Every axon takes what it overlaps with. */
    public static final Specificity NONE = new Specificity(List.of(), 0, 0);

    private final List<Weighted> classes;
    private final double proximal_um;
    private final long seed;

    /**
     * A class with its weights.
     *
     * @param weights by landing, 0 to 1; owned by this record
     */
    @SuppressWarnings("ArrayRecordComponent") // small; owned, never compared
    public record Weighted(TargetingClass targeting, double[] weights) {}

    /** @param proximal_um path from the soma below which dendrite is proximal */
    public Specificity(List<Weighted> classes, double proximal_um, long seed) {
        this.classes = List.copyOf(classes);
        this.proximal_um = proximal_um;
        this.seed = seed;
    }

    public List<Weighted> classes() {
        return classes;
    }

    public double proximal_um() {
        return proximal_um;
    }

    /** The class of an axon; empty where it takes what it overlaps with. */
    public Optional<Weighted> of(CellType pre) {
        return classes.stream().filter(c -> c.targeting().pre().matches(pre)).findFirst();
    }

    /**
     * Which of a pair's appositions stay.
     *
     * @param landings of those that the touch rules allow
     * @param connection id of the pair
     */
    public BitSet stay(Weighted chosen, List<Landing> landings, long connection) {
        var draws = Draws.of(seed, "connectome.specificity", connection);
        var stay = new BitSet(landings.size());
        if (chosen.targeting().oneSynapse() && !landings.isEmpty()) {
            stay.set((int) (draws.nextDouble() * landings.size()));
            return stay;
        }
        for (int i = 0; i < landings.size(); i++) {
            stay.set(i, draws.nextDouble() < chosen.weights()[landings.get(i).ordinal()]);
        }
        return stay;
    }
}
