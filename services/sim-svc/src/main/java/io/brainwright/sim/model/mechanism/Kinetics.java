package io.brainwright.sim.model.mechanism;

import io.brainwright.sim.model.mechanism.Expression.Constant;
import io.brainwright.sim.model.mechanism.Expression.Name;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The equations of one mechanism at one temperature, read from the text at {@link Mechanism}.
 *
 * <p>Names that formulas may use: {@code v} (mV), {@code lncai} (ln of calcium in mM), {@code ena ek eca} (mV), the mechanism's
 * parameters and gates, {@code q} (2.3^1.3: rates measured at 21 degC, models run at 34 degC) and {@code q_hh} (3^((T-6.3)/10)).
 *
 * @param gates steady state and time constant of each gate
 * @param currents conductance and reversal of each current
 */
public record Kinetics(List<Gate> gates, List<Current> currents) {
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
     * i = g (v - reversal).
     *
     * @param ion "na", "k", "ca" or "" for a nonspecific current
     * @param g in the unit of its density parameter
     * @param reversal a name or a constant, mV
     */
    public record Current(String ion, Expression g, Expression reversal) {}

    /** Reads a mechanism's equations. */
    public static Kinetics of(Mechanism mechanism, double celsius_degC) {
        var known = new HashMap<String, Expression>();
        known.put("q", new Constant(StrictMath.pow(2.3, 1.3)));
        known.put("q_hh", new Constant(StrictMath.pow(3, (celsius_degC - 6.3) / 10)));
        known.put("ln_half", new Constant(StrictMath.log(SK_HALF_mM)));
        var gates = new ArrayList<Gate>();
        var currents = new ArrayList<Current>();
        for (var line : mechanism.equations().lines().toList()) {
            read(line.strip(), known, gates, currents);
        }
        return new Kinetics(List.copyOf(gates), List.copyOf(currents));
    }

    private static void read(String line, Map<String, Expression> known, List<Gate> gates, List<Current> currents) {
        var gate = GATE.matcher(line);
        var current = CURRENT.matcher(line);
        var local = LOCAL.matcher(line);
        if (gate.matches()) {
            gates.add(new Gate(gate.group(1), named(gate.group(2), known), named(gate.group(3), known)));
        } else if (current.matches()) {
            var g = Equations.parse(current.group(2), known);
            currents.add(new Current(current.group(1), g, named(current.group(3), known)));
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
