package io.brainwright.sim.model.mechanism;

import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The equations of one mechanism at one temperature, read from the text at {@link Mechanism}.
 *
 * <p>Names that formulas may use: {@code v} (mV), {@code lncai} (ln of calcium in mM), {@code ena ek eca} (mV), the mechanism's
 * parameters and gates, {@code q} (2.3^1.3: rates measured at 21 degC, models run at 34 degC) and {@code q_hh} (3^((T-6.3)/10)).
 *
 * @param gates steady state and time constant of each gate
 * @param currents what each current adds to the matrix
 * @param before columns that change where currents are evaluated, with states at t and V(t)
 * @param after columns that change after the voltage, with V(t+dt); "cai" among them is the calcium of the place
 * @param start columns at time 0 that are not simply the steady states of gates
 * @param perArea whether currents are in mA/cm2 and must be multiplied by the area (column "area_uS"); built-in mechanisms have
 *     densities that already are
 * @param fixedIons variables of ions that stay as they start, and whether this mechanism is the one that sets them
 * @param randoms names of its random generators; the column of that name counts its draws, and two more hold its key
 * @param receive what an event does to it; null where it takes none
 */
public record Kinetics(
        List<Gate> gates,
        List<Current> currents,
        List<Store> before,
        List<Store> after,
        List<Store> start,
        boolean perArea,
        Map<String, Boolean> fixedIons,
        List<String> randoms,
        @Nullable Receive receive) {
    /** Calcium at which half of the SK channels open (Kohler et al. 1996). */
    private static final double SK_HALF_mM = 0.00043;

    private static final Pattern LOCAL = Pattern.compile("(\\w+) = (.+)");
    private static final Pattern GATE = Pattern.compile("(\\w+)' = \\((\\w+) - \\w+\\) / (\\w+)");
    private static final Pattern CURRENT = Pattern.compile("i(\\w*) = (.+) \\* \\(v - (\\w+)\\)");

    /**
     * x' = (inf - x) / tau.
     *
     * @param name of the gate
     * @param inf steady state, 1
     * @param tau_ms time constant
     */
    public record Gate(String name, Expression inf, Expression tau_ms) {
        /** exp(-dt / tau) - 1, without a second division where tau is itself 1 / rate. */
        public Expression decay(double dt_ms) {
            var exponent = tau_ms instanceof Expression.Quotient(Constant(double c), var rate)
                    ? Expression.product(rate, new Constant(-dt_ms / c))
                    : Expression.quotient(new Constant(-dt_ms), tau_ms);
            return exponent instanceof Constant(double c)
                    ? new Constant(Exponential.expm1(c))
                    : new Expression.Expm1(exponent);
        }
    }

    /**
     * A current i(v), linear around the voltage of the step: i = slope v - right.
     *
     * @param ion "na", "k", "ca" or "" for a nonspecific current
     * @param i the current itself
     * @param slope di/dv
     * @param right slope v - i; conductance times reversal where i is linear
     */
    public record Current(String ion, Expression i, Expression slope, Expression right) {
        /** i = g (v - reversal). */
        public static Current linear(String ion, Expression g, Expression reversal) {
            var i = Expression.product(g, Expression.difference(new Name("v"), reversal));
            return new Current(ion, i, g, new Expression.Product(g, reversal));
        }
    }

    /** A column gets the value of a formula. */
    public record Store(String name, Expression value) {}

    /** A mechanism's equations at one temperature, for one time step. */
    public static Kinetics of(Mechanism mechanism, double celsius_degC, double dt_ms) {
        return mechanism.kinetics(celsius_degC, dt_ms);
    }

    /** The column that holds one word (0 or 1) of a generator's key. */
    public static String keyColumn(String random, int word) {
        return random + "@key" + word;
    }

    /** Whether it changes the calcium of its places. */
    public boolean writesCalcium() {
        return after.stream().anyMatch(s -> s.name().equals("cai"));
    }

    /** Whether a step, apart from events, changes this column. */
    public boolean writes(String column) {
        return gates.stream().anyMatch(g -> g.name().equals(column))
                || before.stream().anyMatch(s -> s.name().equals(column))
                || after.stream().anyMatch(s -> s.name().equals(column));
    }

    /** Reads equations, one per line. */
    static Kinetics read(String equations, double celsius_degC) {
        var known = new HashMap<String, Expression>();
        known.put("q", new Constant(StrictMath.pow(2.3, 1.3)));
        known.put("q_hh", new Constant(StrictMath.pow(3, (celsius_degC - 6.3) / 10)));
        known.put("ln_half", new Constant(StrictMath.log(SK_HALF_mM)));
        var gates = new ArrayList<Gate>();
        var currents = new ArrayList<Current>();
        for (var line : equations.lines().toList()) {
            read(line.strip(), known, gates, currents);
        }
        return new Kinetics(
                List.copyOf(gates),
                List.copyOf(currents),
                List.of(),
                List.of(),
                List.of(),
                false,
                Map.of(),
                List.of(),
                null);
    }

    private static void read(String line, Map<String, Expression> known, List<Gate> gates, List<Current> currents) {
        var gate = GATE.matcher(line);
        var current = CURRENT.matcher(line);
        var local = LOCAL.matcher(line);
        if (gate.matches()) {
            gates.add(new Gate(gate.group(1), named(gate.group(2), known), named(gate.group(3), known)));
        } else if (current.matches()) {
            var g = Equations.parse(current.group(2), known);
            currents.add(Current.linear(current.group(1), g, named(current.group(3), known)));
        } else if (local.matches()) {
            known.put(local.group(1), Equations.parse(local.group(2), known));
        } else {
            throw new IllegalArgumentException("neither a definition, a gate nor a current: " + line);
        }
    }

    private static Expression named(String name, Map<String, Expression> known) {
        return known.getOrDefault(name, new Name(name));
    }
}
