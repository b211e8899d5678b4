package io.brainwright.neuro.inference;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * How much one more measurement of a quantity would help all the others.
 *
 * <pre>{@code
 *   gain_i = Σ_j Σ_ij² / (Σ_ii + s²)          j over the quantities that are asked about
 * }</pre>
 *
 * the fall of their summed variance (of logarithms) after a measurement with spread s: the rank-one update of a Gaussian's covariance.
 *
 * @param quantity what to measure
 * @param sd how uncertain it is now, on the logarithmic scale
 * @param gain share of the summed variance that would go, 0 to 1
 */
public record NextMeasurement(String quantity, double sd, double gain) {
    /**
     * Ranks the candidates, the most helpful first.
     *
     * @param among names that are asked about; factors and shares are left away
     * @param spread s, relative spread of the measurement to be made
     */
    public static List<NextMeasurement> rank(Estimate estimate, Predicate<String> among, double spread) {
        var names = estimate.web().quantities().stream().map(Web.Quantity::name).toList();
        int[] asked = IntStream.range(0, names.size())
                .filter(i -> estimate.web().quantities().get(i).measurable() && among.test(names.get(i)))
                .toArray();
        double total =
                IntStream.of(asked).mapToDouble(i -> square(estimate.sd(i))).sum();
        return IntStream.of(asked)
                .mapToObj(i -> {
                    var row = estimate.covariance(i);
                    double fall =
                            IntStream.of(asked).mapToDouble(j -> square(row[j])).sum() / (row[i] + square(spread));
                    return new NextMeasurement(names.get(i), Math.sqrt(row[i]), fall / total);
                })
                .sorted(Comparator.comparingDouble(NextMeasurement::gain)
                        .reversed()
                        .thenComparing(NextMeasurement::quantity))
                .toList();
    }

    private static double square(double x) {
        return x * x;
    }
}
