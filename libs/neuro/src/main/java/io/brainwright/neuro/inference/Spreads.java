package io.brainwright.neuro.inference;

import java.util.Map;
import java.util.TreeMap;

/**
 * Standard deviations that groups of relations share, on the logarithmic scale.
 *
 * @param sd by group
 */
public record Spreads(Map<String, Double> sd) {
    /** chosen: relative spread that the next measurement is expected to have. */
    static final double TYPICAL = 0.3;

    /** Where nothing is known yet. */
    static final double START = 0.5;

    public Spreads {
        sd = new TreeMap<>(sd);
    }

    /** The same start for all groups of a web. */
    static Spreads start(Web web) {
        var sd = new TreeMap<String, Double>();
        web.relations().stream().map(Relation::group).filter(g -> !g.isEmpty()).forEach(g -> sd.put(g, START));
        return new Spreads(sd);
    }

    /** Variance of one relation: its own and its group's. */
    double variance(Relation relation) {
        double own = relation.sd() * relation.sd();
        if (relation.group().isEmpty()) {
            return own;
        }
        double shared = sd.getOrDefault(relation.group(), START);
        return own + shared * shared;
    }
}
