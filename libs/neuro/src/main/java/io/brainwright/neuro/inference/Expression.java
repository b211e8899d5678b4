package io.brainwright.neuro.inference;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sum of products of positive quantities, {@code Σ_k c_k Π_i x_i^(a_ki)}, seen on a logarithmic scale.
 *
 * <p>With θ = ln x a product is linear and a sum is a smooth function: {@code g(θ) = ln Σ_k c_k exp(Σ_i a_ki θ_i)}. Counts, volumes,
 * densities and fractions are all of this form. Immutable.
 */
public final class Expression {
    /** The number 1. */
    public static final Expression ONE = new Expression(List.of(new Product(1, new int[0], new double[0])));

    private record Product(double factor, int[] quantities, double[] powers) {
        Product {
            assert factor > 0 : "factor=" + factor;
        }
    }

    private final List<Product> products;
    private final int[] quantities;

    private Expression(List<Product> products) {
        this.products = List.copyOf(products);
        this.quantities = products.stream()
                .flatMapToInt(p -> Arrays.stream(p.quantities))
                .distinct()
                .sorted()
                .toArray();
    }

    /** One quantity. */
    public static Expression of(int quantity) {
        return product(quantity);
    }

    /** A product of quantities. */
    public static Expression product(int... quantities) {
        var powers = new double[quantities.length];
        Arrays.fill(powers, 1);
        return new Expression(List.of(new Product(1, quantities.clone(), powers)));
    }

    /** A positive number. */
    public static Expression number(double value) {
        return new Expression(List.of(new Product(value, new int[0], new double[0])));
    }

    /** This and another added up. */
    public Expression plus(Expression other) {
        var all = new ArrayList<>(products);
        all.addAll(other.products);
        return new Expression(all);
    }

    /** This times one more quantity. */
    public Expression times(int quantity) {
        return new Expression(products.stream().map(p -> times(p, quantity)).toList());
    }

    private static Product times(Product p, int quantity) {
        var quantities = Arrays.copyOf(p.quantities, p.quantities.length + 1);
        var powers = Arrays.copyOf(p.powers, p.powers.length + 1);
        quantities[p.quantities.length] = quantity;
        powers[p.powers.length] = 1;
        return new Product(p.factor, quantities, powers);
    }

    /** The quantities in it, ascending. */
    int[] quantities() {
        return quantities.clone();
    }

    /**
     * g(θ), its gradient added to {@code gradient} with a sign.
     *
     * @param log θ, the natural logarithm of every quantity
     * @param sign 1 or -1
     * @param gradient one place per entry of {@code among}
     * @param among ascending quantities that the gradient is told for; holds all of this expression's
     */
    double log(double[] log, double sign, double[] gradient, int[] among) {
        double most = Double.NEGATIVE_INFINITY;
        var exponents = new double[products.size()];
        for (int k = 0; k < exponents.length; k++) {
            var p = products.get(k);
            double at = StrictMath.log(p.factor);
            for (int i = 0; i < p.quantities.length; i++) {
                at += p.powers[i] * log[p.quantities[i]];
            }
            exponents[k] = at;
            most = Math.max(most, at);
        }
        double sum = 0;
        for (double e : exponents) {
            sum += StrictMath.exp(e - most);
        }
        for (int k = 0; k < exponents.length; k++) {
            var p = products.get(k);
            double share = StrictMath.exp(exponents[k] - most) / sum;
            for (int i = 0; i < p.quantities.length; i++) {
                gradient[Arrays.binarySearch(among, p.quantities[i])] += sign * share * p.powers[i];
            }
        }
        return most + StrictMath.log(sum);
    }

    /** g(θ) alone. */
    double log(double[] log) {
        return log(log, 1, new double[quantities.length], quantities);
    }
}
