package io.brainwright.neuro.units;

import static io.brainwright.neuro.units.Dimension.*;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/** Units made of units: powers, quotients ({@code uF/cm2}, {@code 1/mm3}, {@code um/ms}) and products ({@code Ohm cm}). */
public final class CompoundUnits {
    private record Pair(Dimension left, Dimension right) {}

    private record Made(Dimension dimension, String scale) {}

    private static final Map<Pair, Made> QUOTIENTS = new HashMap<>();
    private static final Map<Pair, Made> PRODUCTS = new HashMap<>();

    static {
        // scale: canonical units of the result in one quotient (product) of the canonical units of the parts
        QUOTIENTS.put(new Pair(NUMBER, VOLUME), new Made(DENSITY, "1000000000"));
        QUOTIENTS.put(new Pair(NUMBER, AREA), new Made(AREA_DENSITY, "1000000"));
        QUOTIENTS.put(new Pair(NUMBER, LENGTH), new Made(LINEAR_DENSITY, "1"));
        QUOTIENTS.put(new Pair(NUMBER, TIME), new Made(FREQUENCY, "1000"));
        QUOTIENTS.put(new Pair(LENGTH, TIME), new Made(VELOCITY, "0.001"));
        QUOTIENTS.put(new Pair(CAPACITANCE, AREA), new Made(SPECIFIC_CAPACITANCE, "100"));
        QUOTIENTS.put(new Pair(CONDUCTANCE, AREA), new Made(CONDUCTANCE_DENSITY, "100"));
        QUOTIENTS.put(new Pair(CURRENT, AREA), new Made(CURRENT_DENSITY, "100"));
        PRODUCTS.put(new Pair(RESISTANCE, LENGTH), new Made(RESISTIVITY, "100"));
        PRODUCTS.put(new Pair(RESISTANCE, AREA), new Made(SPECIFIC_RESISTANCE, "0.01"));
    }

    private CompoundUnits() {}

    /** The square or cube of a length. */
    public static Unit power(Unit length, int power) {
        assert length.dimension() == LENGTH && (power == 2 || power == 3) : length + "^" + power;
        return new Unit(
                length.symbol() + power,
                power == 2 ? AREA : VOLUME,
                length.factor().pow(power),
                BigDecimal.ZERO);
    }

    /**
     * One unit per so many of another: {@code per(NONE, 100, um)} counts things per 100 um.
     *
     * @param above what is counted, {@link Unit#NONE} for things
     * @param times how many of the lower unit
     * @param below the lower unit
     */
    public static Unit per(Unit above, BigDecimal times, Unit below) {
        var made = QUOTIENTS.getOrDefault(new Pair(above.dimension(), below.dimension()), new Made(OTHER, "1"));
        var factor = above.factor()
                .multiply(new BigDecimal(made.scale))
                .divide(times.multiply(below.factor()), MathContext.DECIMAL64);
        var number = times.compareTo(BigDecimal.ONE) == 0 ? "" : times.toPlainString() + " ";
        var top = above.symbol().isEmpty() ? "1" : above.symbol();
        return new Unit(top + "/" + number + below.symbol(), made.dimension, factor, BigDecimal.ZERO);
    }

    /** A product such as {@code Ohm cm}; empty dimension where the house knows none. */
    public static Unit times(Unit left, Unit right) {
        var made = PRODUCTS.getOrDefault(new Pair(left.dimension(), right.dimension()), new Made(OTHER, "1"));
        var factor = left.factor().multiply(right.factor()).multiply(new BigDecimal(made.scale));
        return new Unit(left.symbol() + "*" + right.symbol(), made.dimension, factor, BigDecimal.ZERO);
    }

    /** Whether the product has a name of its own, so that a writer surely meant one. */
    public static boolean isProduct(Unit left, Unit right) {
        return PRODUCTS.containsKey(new Pair(left.dimension(), right.dimension()));
    }
}
