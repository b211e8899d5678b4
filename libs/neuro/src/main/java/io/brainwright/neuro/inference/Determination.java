package io.brainwright.neuro.inference;

import java.util.Comparator;
import java.util.List;

/**
 * What fixes the quantities of a web, counted.
 *
 * <p>At the solution every relation takes up {@code w g Σ g' / σ²} of a parameter, between 0 and 1, and these shares add up to the number of
 * quantities exactly ({@code tr(Σ Σ^-1)}). What falls to beliefs is what nobody has measured and nothing determines: the parameters that are
 * still free.
 *
 * @param quantities how many unknowns
 * @param byMeasurements how many of them measurements fix
 * @param byIdentities how many of them identities fix
 * @param free how many of them rest on resemblance alone
 * @param byOthers measured values that the others determine better than their own measurement did, the surest first
 */
public record Determination(
        int quantities, double byMeasurements, double byIdentities, double free, List<Estimate.LeftOut> byOthers) {
    public Determination {
        byOthers = List.copyOf(byOthers);
    }

    /** Counts at an estimate. */
    public static Determination of(Estimate estimate) {
        var shares = new double[Relation.Kind.values().length];
        for (var l : estimate.linear()) {
            shares[l.relation().kind().ordinal()] += estimate.leverage(l) * l.precision();
        }
        var byOthers = estimate.leftOut().stream()
                .filter(f -> f.sd() * f.sd() < f.variance())
                .sorted(Comparator.comparingDouble(Estimate.LeftOut::sd))
                .toList();
        return new Determination(
                estimate.web().quantities().size(),
                shares[Relation.Kind.MEASURED.ordinal()],
                shares[Relation.Kind.IDENTITY.ordinal()],
                shares[Relation.Kind.BELIEF.ordinal()],
                byOthers);
    }
}
