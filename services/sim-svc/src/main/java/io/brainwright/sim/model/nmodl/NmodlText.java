package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Mechanism;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes a built-in mechanism as NMODL, so that NEURON and CoreNEURON can run it. */
public final class NmodlText {
    private static final Pattern LOCAL = Pattern.compile("(\\w+) = (.+)");
    private static final Pattern GATE = Pattern.compile("(\\w+)' = \\((\\w+) - \\w+\\) / (\\w+)");
    private static final Pattern CURRENT = Pattern.compile("i(\\w*) = (.+) \\* \\(v - (\\w+)\\)");
    private static final Pattern CHOICE = Pattern.compile("\\((.+?) < (.+?) \\? (.+?) : (.+)\\) / (\\w+)");

    private final Mechanism mechanism;
    private final List<String> rates = new ArrayList<>();
    private final Set<String> assigned = new LinkedHashSet<>();
    private final List<String> gates = new ArrayList<>();
    private final List<String> starts = new ArrayList<>();
    private final List<String> currents = new ArrayList<>();
    private final Set<String> ions = new LinkedHashSet<>();
    private boolean nonspecific;

    private NmodlText(Mechanism mechanism) {
        this.mechanism = mechanism;
    }

    /** Its name in a file: no name that NEURON has already. */
    public static String suffix(Mechanism mechanism) {
        return "bw_" + mechanism.name();
    }

    /** The text of a file. */
    public static String of(Mechanism mechanism) {
        if (Published.has(mechanism.name())) {
            return renamed(mechanism);
        }
        if (mechanism == Mechanism.CaDyn) {
            return pool();
        }
        var text = new NmodlText(mechanism);
        mechanism.text().lines().forEach(line -> text.read(line.strip()));
        return text.file();
    }

    /** A model that is NMODL already: under its exported name, and with the draws that NEURON lacks written out. */
    private static String renamed(Mechanism mechanism) {
        var text = Published.text(mechanism.name())
                .replaceFirst("(SUFFIX|POINT_PROCESS) " + mechanism.name(), "$1 " + suffix(mechanism));
        if (!text.contains("random_binomial(rng, ")) {
            return text;
        }
        // NEURON 9.0 gives a membrane mechanism's area and its RANDOM generator one and the same slot, and stops
        boolean slotShared = !mechanism.isPoint() && text.contains("area (um2)");
        var draw = slotShared ? "scop_random()" : "random_uniform(rng)";
        return (slotShared ? text.replace("    RANDOM rng\n", "") : text).replace("random_binomial(rng, ", "binomial(")
                + """
                FUNCTION binomial(n, p) {
                    LOCAL hits
                    hits = 0
                    FROM k = 1 TO n {
                        if (%s < p) {
                            hits = hits + 1
                        }
                    }
                    binomial = hits
                }
                """.formatted(draw);
    }

    private void read(String line) {
        var gate = GATE.matcher(line);
        var current = CURRENT.matcher(line);
        var local = LOCAL.matcher(line);
        if (gate.matches()) {
            gates.add(line);
            starts.add("%s = %s".formatted(gate.group(1), gate.group(2)));
        } else if (current.matches()) {
            ions.add(current.group(1));
            nonspecific |= current.group(1).isEmpty();
            currents.add(line);
        } else if (local.matches()) {
            assigned.add(local.group(1));
            rate(local.group(1), local.group(2));
        }
    }

    private void rate(String name, String formula) {
        var choice = CHOICE.matcher(formula);
        if (choice.matches()) {
            rates.add("if (%s < %s) {".formatted(choice.group(1), choice.group(2)));
            rates.add("    %s = (%s) / %s".formatted(name, choice.group(3), choice.group(5)));
            rates.add("} else {");
            rates.add("    %s = (%s) / %s".formatted(name, choice.group(4), choice.group(5)));
            rates.add("}");
        } else {
            rates.add("%s = %s".formatted(name, formula));
        }
    }

    private String file() {
        boolean readsCalcium = rates.stream().anyMatch(r -> r.contains("lncai"));
        var text = new StringBuilder();
        text.append(
                ": %s. Equations and sources: docs/science/channels.md of Brainwright.%n".formatted(mechanism.name()));
        text.append("NEURON {\n    SUFFIX %s%n".formatted(suffix(mechanism)));
        for (var ion : ions) {
            if (!ion.isEmpty()) {
                text.append("    USEION %1$s READ e%1$s WRITE i%1$s%n".formatted(ion));
            }
        }
        text.append(readsCalcium ? "    USEION ca READ cai\n" : "");
        text.append(nonspecific ? "    NONSPECIFIC_CURRENT i\n" : "");
        var parameters =
                mechanism.parameters().stream().map(Mechanism.Parameter::name).toList();
        text.append("    RANGE %s%n}%n".formatted(String.join(", ", parameters)));
        text.append("PARAMETER {\n");
        mechanism.parameters().forEach(p -> text.append("    %s = %s%n".formatted(p.name(), p.value())));
        text.append("}\nASSIGNED {\n    v (mV)\n    celsius (degC)\n    q\n    q_hh\n");
        for (var ion : ions) {
            text.append(ion.isEmpty() ? "    i (mA/cm2)\n" : "    e%1$s (mV)%n    i%1$s (mA/cm2)%n".formatted(ion));
        }
        text.append(readsCalcium ? "    cai (mM)\n    lncai\n    ln_half\n" : "");
        assigned.forEach(a -> text.append("    ").append(a).append('\n'));
        text.append("}\n");
        if (!gates.isEmpty()) {
            text.append("STATE { %s }%n".formatted(String.join(" ", mechanism.states())));
        }
        text.append("BREAKPOINT {\n").append(gates.isEmpty() ? "" : "    SOLVE states METHOD cnexp\n");
        // a constant reversal is computed by rates(), which is not called before the first BREAKPOINT of every
        // simulator
        currents.forEach(c -> text.append("    ").append(c).append('\n'));
        text.append("}\n");
        if (!gates.isEmpty()) {
            text.append("DERIVATIVE states {\n    rates(v)\n");
            gates.forEach(g -> text.append("    ").append(g).append('\n'));
            text.append("}\nINITIAL {\n    rates(v)\n");
            starts.forEach(s -> text.append("    ").append(s).append('\n'));
            text.append("}\nPROCEDURE rates(v (mV)) {\n    q = 2.3^1.3\n    q_hh = 3^((celsius - 6.3) / 10)\n");
            if (readsCalcium) {
                text.append("    ln_half = log(0.00043)\n    lncai = log(1e-7)\n");
                text.append("    if (cai > 1e-7) {\n        lncai = log(cai)\n    }\n");
            }
            rates.forEach(r -> text.append("    ").append(r).append('\n'));
            text.append("}\n");
        }
        if (rates.stream().anyMatch(r -> r.contains("lin("))) {
            text.append("""
                    FUNCTION lin(x, y) {
                        if (fabs(x / y) < 1e-6) {
                            lin = y * (1 - x / y / 2)
                        } else {
                            lin = x / (exp(x / y) - 1)
                        }
                    }
                    """);
        }
        return text.toString();
    }

    private static String pool() {
        return """
                : Calcium under the membrane (Destexhe et al. 1994, doi 10.1152/jn.1994.72.2.803).
                NEURON {
                    SUFFIX bw_CaDyn
                    USEION ca READ ica WRITE cai
                    RANGE gamma_1, decay_ms, minCai_mM
                }
                PARAMETER {
                    gamma_1 = 0.05
                    decay_ms = 80 (ms)
                    minCai_mM = 1e-4 (mM)
                }
                CONSTANT { F = 96485.33 }
                ASSIGNED {
                    ica (mA/cm2)
                    diam (um)
                }
                STATE { cai (mM) }
                BREAKPOINT { SOLVE pool METHOD cnexp }
                DERIVATIVE pool {
                    cai' = -1e4 * ica * (4 / diam) * gamma_1 / (2 * F) - (cai - minCai_mM) / decay_ms
                }
                INITIAL { cai = minCai_mM }
                """;
    }
}
