package io.brainwright.sim.model.mechanism;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The mechanisms of the membrane, their parameters and states. Rates and papers: {@link Kinetics} and docs/science/channels.md.
 */
public final class Mechanism implements Comparable<Mechanism> {
    private static final Map<String, Mechanism> BUILT_IN = new LinkedHashMap<>();

    /** Leak. */
    public static final Mechanism pas = builtIn("pas", "", """
            i = g_S_cm2 * (v - e_mV)
            """, p("g_S_cm2", 1e-3), p("e_mV", -70));
    /** Squid axon: sodium, potassium and leak (Hodgkin & Huxley 1952, doi 10.1113/jphysiol.1952.sp004764). */
    public static final Mechanism hh = builtIn(
            "hh",
            "m h n",
            """
            am = 0.1 * lin(-(v + 40), 10)
            bm = 4 * exp(-(v + 65) / 18)
            ah = 0.07 * exp(-(v + 65) / 20)
            bh = 1 / (exp(-(v + 35) / 10) + 1)
            an = 0.01 * lin(-(v + 55), 10)
            bn = 0.125 * exp(-(v + 65) / 80)
            minf = am / (am + bm)
            mtau = 1 / ((am + bm) * q_hh)
            hinf = ah / (ah + bh)
            htau = 1 / ((ah + bh) * q_hh)
            ninf = an / (an + bn)
            ntau = 1 / ((an + bn) * q_hh)
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            n' = (ninf - n) / ntau
            ina = gnabar_S_cm2 * m^3 * h * (v - ena)
            ik = gkbar_S_cm2 * n^4 * (v - ek)
            i = gl_S_cm2 * (v - el_mV)
            """,
            p("gnabar_S_cm2", 0.12),
            p("gkbar_S_cm2", 0.036),
            p("gl_S_cm2", 3e-4),
            p("el_mV", -54.3));
    /** Transient sodium (Colbert & Pan 2002, doi 10.1038/nn0602-857). */
    public static final Mechanism NaTg = builtIn(
            "NaTg",
            "m h",
            """
            am = 0.182 * lin(-(v + 38 - vshiftm_mV), slopem_mV)
            bm = 0.124 * lin(v + 38 - vshiftm_mV, slopem_mV)
            ah = 0.015 * lin(v + 66 - vshifth_mV, slopeh_mV)
            bh = 0.015 * lin(-(v + 66 - vshifth_mV), slopeh_mV)
            minf = am / (am + bm)
            mtau = 1 / ((am + bm) * q)
            hinf = ah / (ah + bh)
            htau = 1 / ((ah + bh) * q)
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            ina = gbar_S_cm2 * m^3 * h * (v - ena)
            """,
            p("gbar_S_cm2", 1e-5),
            p("vshiftm_mV", 0),
            p("vshifth_mV", 0),
            p("slopem_mV", 6),
            p("slopeh_mV", 6));
    /** Persistent sodium (Magistretti & Alonso 1999, doi 10.1085/jgp.114.4.491). */
    public static final Mechanism Nap = builtIn("Nap", "m h", """
            am = 0.182 * lin(-(v + 38), 6)
            bm = 0.124 * lin(v + 38, 6)
            minf = 1 / (1 + exp(-(v + 52.6) / 4.6))
            mtau = 6 / ((am + bm) * q)
            hinf = 1 / (1 + exp((v + 48.8) / 10))
            htau = 1 / ((2.88e-6 * lin(v + 17, 4.63) + 6.94e-6 * lin(-(v + 64.4), 2.63)) * q)
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            ina = gbar_S_cm2 * m^3 * h * (v - ena)
            """, p("gbar_S_cm2", 1e-5));
    /** Transient potassium (Korngreen & Sakmann 2000, doi 10.1111/j.1469-7793.2000.00621.x, shifted -10 mV). */
    public static final Mechanism K_T = builtIn("K_T", "m h", """
            minf = 1 / (1 + exp(-(v + 10) / 19))
            mtau = (0.34 + 0.92 * exp(-((v + 81) / 59)^2)) / q
            hinf = 1 / (1 + exp((v + 76) / 10))
            htau = (8 + 49 * exp(-((v + 83) / 23)^2)) / q
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            ik = gbar_S_cm2 * m^4 * h * (v - ek)
            """, p("gbar_S_cm2", 1e-5));
    /** Persistent potassium (Korngreen & Sakmann 2000, doi 10.1111/j.1469-7793.2000.00621.x, shifted -10 mV). */
    public static final Mechanism K_P = builtIn("K_P", "m h", """
            minf = 1 / (1 + exp(-(v + 11) / 12))
            mtau = (v < -60 ? 1.25 + 175.03 * exp(0.026 * (v + 10)) : 1.25 + 13 * exp(-0.026 * (v + 10))) / q
            hinf = 1 / (1 + exp((v + 64) / 11))
            htau = (360 + (1010 + 24 * (v + 65)) * exp(-((v + 85) / 48)^2)) / q
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            ik = gbar_S_cm2 * m^2 * h * (v - ek)
            """, p("gbar_S_cm2", 1e-5));
    /** Fast non-inactivating potassium, Kv3.1 (Rettig et al. 1992, EMBO J 11:2473). */
    public static final Mechanism Kv31 = builtIn("Kv31", "m", """
            minf = 1 / (1 + exp(-(v - 18.7) / 9.7))
            mtau = 4 / (1 + exp(-(v + 46.56) / 44.14))
            m' = (minf - m) / mtau
            ik = gbar_S_cm2 * m * (v - ek)
            """, p("gbar_S_cm2", 1e-5));
    /** Muscarinic potassium (Adams, Brown & Constanti 1982, J Physiol 330:537). */
    public static final Mechanism Im = builtIn("Im", "m", """
            am = 3.3e-3 * exp(0.1 * (v + 35))
            bm = 3.3e-3 * exp(-0.1 * (v + 35))
            minf = am / (am + bm)
            mtau = 1 / ((am + bm) * q)
            m' = (minf - m) / mtau
            ik = gbar_S_cm2 * m * (v - ek)
            """, p("gbar_S_cm2", 1e-5));
    /** Slowly inactivating potassium, Kv1 (Shu et al. 2007, doi 10.1073/pnas.0702041104). */
    public static final Mechanism Kd = builtIn("Kd", "m h", """
            minf = 1 - 1 / (1 + exp((v + 43) / 8))
            mtau = 0.6
            hinf = 1 / (1 + exp((v + 67) / 7.3))
            htau = 1500
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            ik = gbar_S_cm2 * m * h * (v - ek)
            """, p("gbar_S_cm2", 1e-5));
    /** High-voltage-activated calcium (Reuveni et al. 1993, J Neurosci 13:4609, inactivation shifted -12.3 mV). */
    public static final Mechanism Ca_HVA = builtIn("Ca_HVA", "m h", """
            am = 0.055 * lin(-27 - v, 3.8)
            bm = 0.94 * exp((-75 - v) / 17)
            ah = 0.000457 * exp((-25.3 - v) / 50)
            bh = 0.0065 / (exp((-v - 27.3) / 28) + 1)
            minf = am / (am + bm)
            mtau = 1 / (am + bm)
            hinf = ah / (ah + bh)
            htau = 1 / (ah + bh)
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            ica = gbar_S_cm2 * m^2 * h * (v - eca)
            """, p("gbar_S_cm2", 1e-5));
    /** Low-voltage-activated calcium (Avery & Johnston 1996, J Neurosci 16:5567; Randall & Tsien 1997, Neuropharmacology 36:879). */
    public static final Mechanism Ca_LVA = builtIn("Ca_LVA", "m h", """
            minf = 1 / (1 + exp(-(v + 40) / 6))
            mtau = (5 + 20 / (1 + exp((v + 35) / 5))) / q
            hinf = 1 / (1 + exp((v + 90) / 6.4))
            htau = (20 + 50 / (1 + exp((v + 50) / 7))) / q
            m' = (minf - m) / mtau
            h' = (hinf - h) / htau
            ica = gbar_S_cm2 * m^2 * h * (v - eca)
            """, p("gbar_S_cm2", 1e-5));
    /** Hyperpolarisation-activated cation (Kole, Hallermann & Stuart 2006, J Neurosci 26:1677). */
    public static final Mechanism Ih = builtIn("Ih", "m", """
            am = 0.00643 * lin(v + 154.9, 11.9)
            bm = 0.193 * exp(v / 33.1)
            minf = am / (am + bm)
            mtau = 1 / (am + bm)
            eh = -45
            m' = (minf - m) / mtau
            i = gbar_S_cm2 * m * (v - eh)
            """, p("gbar_S_cm2", 1e-5));
    /** Calcium-activated potassium, zinf = 1 / (1 + (0.00043 / cai)^4.8) (Kohler et al. 1996, doi 10.1126/science.273.5282.1709). */
    public static final Mechanism SK = builtIn("SK", "z", """
            zinf = 1 / (1 + exp(4.8 * (ln_half - lncai)))
            ztau = 1
            z' = (zinf - z) / ztau
            ik = gbar_S_cm2 * z * (v - ek)
            """, p("gbar_S_cm2", 1e-5));
    /**
     * Calcium under the membrane (Destexhe et al. 1994, doi 10.1152/jn.1994.72.2.803):
     * {@code cai' = -1e4 ica (4 / diam) gamma / (2 F) - (cai - minCai) / decay}. Solved by the solver, not by gates.
     */
    public static final Mechanism CaDyn =
            builtIn("CaDyn", "cai", "", p("gamma_1", 0.05), p("decay_ms", 80), p("minCai_mM", 1e-4));

    private final String name;
    private final int order;
    private final String text;
    private final List<String> states;
    private final Source source;
    private final List<Parameter> parameters;

    private final boolean point;
    private final List<String> arguments;

    private Mechanism(
            String name, int order, List<String> states, Source source, String text, List<Parameter> parameters) {
        this(name, order, states, source, text, parameters, false, List.of());
    }

    private Mechanism(
            String name,
            int order,
            List<String> states,
            Source source,
            String text,
            List<Parameter> parameters,
            boolean point,
            List<String> arguments) {
        this.point = point;
        this.arguments = List.copyOf(arguments);
        this.name = name;
        this.text = text;
        this.order = order;
        this.states = List.copyOf(states);
        this.source = source;
        this.parameters = List.copyOf(parameters);
    }

    /** Where the equations of a mechanism come from. */
    @FunctionalInterface
    public interface Source {
        /** The equations at one temperature, for one time step. */
        Kinetics at(double celsius_degC, double dt_ms);
    }

    /**
     * A mechanism that is not built in.
     *
     * @param name unique among the mechanisms of a simulation
     * @param states names of its gates and other state variables
     * @param source its equations
     * @param parameters what may differ from place to place, with defaults
     */
    public static Mechanism of(String name, List<String> states, Source source, List<Parameter> parameters) {
        return new Mechanism(name, Integer.MAX_VALUE, states, source, "", parameters);
    }

    /**
     * A point process: a mechanism of single places, with currents in nA.
     *
     * @param arguments what each of its inputs remembers, the weight first; empty where it takes no events
     */
    public static Mechanism point(
            String name, List<String> states, Source source, List<Parameter> parameters, List<String> arguments) {
        return new Mechanism(name, Integer.MAX_VALUE, states, source, "", parameters, true, arguments);
    }

    /** The same with other defaults for some parameters. */
    public Mechanism withDefaults(Map<String, Double> defaults) {
        var changed = parameters.stream()
                .map(p -> new Parameter(p.name(), defaults.getOrDefault(p.name(), p.value())))
                .toList();
        return new Mechanism(name, order, states, source, text, changed, point, arguments);
    }

    /** Whether it sits at single places and not in the membrane of whole sections. */
    public boolean isPoint() {
        return point;
    }

    /** What each input of a point process remembers, the weight first. */
    public List<String> arguments() {
        return arguments;
    }

    private static Mechanism builtIn(String name, String states, String equations, Parameter... parameters) {
        var mechanism = new Mechanism(
                name,
                BUILT_IN.size(),
                states.isEmpty() ? List.of() : List.of(states.split(" ")),
                (celsius_degC, _) -> Kinetics.read(equations, celsius_degC),
                equations,
                List.of(parameters));
        BUILT_IN.put(name, mechanism);
        return mechanism;
    }

    /**
     * @param name with its unit, as in case files
     * @param value default
     */
    public record Parameter(String name, double value) {}

    public List<Parameter> parameters() {
        return parameters;
    }

    /** Its equations at one temperature, for one time step. */
    Kinetics kinetics(double celsius_degC, double dt_ms) {
        return source.at(celsius_degC, dt_ms);
    }

    /** The mechanisms that are always there. */
    public static List<Mechanism> builtIn() {
        return List.copyOf(BUILT_IN.values());
    }

    /** A built-in mechanism's equations, one per line, as {@link Kinetics} reads them; "" where it was read from a file. */
    public String text() {
        return text;
    }

    public String name() {
        return name;
    }

    /** Names of its gates (or "cai"). */
    public List<String> states() {
        return states;
    }

    /** The mechanism of a name; refused with the list of those that exist. */
    public static Mechanism named(String name) {
        var mechanism = BUILT_IN.get(name);
        if (mechanism != null) {
            return mechanism;
        }
        throw new Problem(
                Kind.INVALID,
                "NO_SUCH_MECHANISM",
                "There is no mechanism '%s'.".formatted(name),
                "It must be one of %s.".formatted(BUILT_IN.keySet()),
                Map.of("mechanism", name));
    }

    /** Refuses what the membrane of a section cannot hold. */
    void checkInMembrane(Map<String, Scaled> given) {
        if (point) {
            throw new Problem(
                    Kind.INVALID,
                    "POINT_PROCESS_IN_MEMBRANE",
                    "%s is a point process.".formatted(name),
                    "Put it at places, as synapses stand, and not among the mechanisms of a group.",
                    Map.of("mechanism", name));
        }
        check(given.keySet());
    }

    /** Refuses parameters that this mechanism does not have. */
    public void check(java.util.Set<String> given) {
        for (var name : given) {
            if (parameters.stream().noneMatch(p -> p.name().equals(name))) {
                throw new Problem(
                        Kind.INVALID,
                        "NO_SUCH_PARAMETER",
                        "Mechanism %s has no parameter '%s'.".formatted(name(), name),
                        "It must be one of %s."
                                .formatted(
                                        parameters.stream().map(Parameter::name).toList()),
                        Map.of("mechanism", name(), "parameter", name));
            }
        }
    }

    /** Built-in ones first, in the order in which they stand here; then by name. Currents are added in this order. */
    @Override
    public int compareTo(Mechanism other) {
        int byOrder = Integer.compare(order, other.order);
        return byOrder != 0 ? byOrder : name.compareTo(other.name);
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }

    @Override
    public String toString() {
        return name;
    }

    private static Parameter p(String name, double value) {
        return new Parameter(name, value);
    }
}
