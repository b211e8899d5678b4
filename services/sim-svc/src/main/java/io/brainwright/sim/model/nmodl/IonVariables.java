package io.brainwright.sim.model.nmodl;

import io.brainwright.sim.model.mechanism.Expression;
import io.brainwright.sim.model.mechanism.Expression.Name;
import java.util.HashMap;
import java.util.Map;

/**
 * Variables of ions: ena, nai, nao, ina and their like.
 *
 * <p>Calcium inside changes in time and is shared by the mechanisms of a place. Reversal potentials of sodium and potassium are the
 * cell's. All others stay as a mechanism's INITIAL block or a parameter sets them.
 */
final class IonVariables {
    private static final Map<String, Double> DEFAULTS =
            Map.of("nai", 10.0, "nao", 140.0, "ki", 54.4, "ko", 2.5, "cli", 8.0, "clo", 110.0);

    private final ModFile file;
    /** Current written, by its variable: "ina" gives "na". */
    final Map<String, String> currents = new HashMap<>();
    /** Variables that stay as they are, with defaults. */
    final Map<String, Double> fixed = new HashMap<>();
    /** What is known about others. */
    final Map<String, Expression> known = new HashMap<>();

    IonVariables(ModFile file) {
        this.file = file;
        for (var ion : file.ions) {
            for (var name : ion.read()) {
                read(ion, name);
            }
            for (var name : ion.write()) {
                write(ion, name);
            }
        }
    }

    private void read(ModFile.Ion ion, String name) {
        if (name.equals("i" + ion.name())) {
            if (!name.equals("ica")) {
                throw file.source.fault(ion.at(), "'%s' cannot be read".formatted(name), "Only calcium's current can.");
            }
            known.put(name, Algebra.quotient(new Name("ica_nA"), new Name("area_uS")));
        } else {
            variable(ion, name);
        }
    }

    private void write(ModFile.Ion ion, String name) {
        if (name.equals("i" + ion.name())) {
            currents.put(name, ion.name());
        } else {
            variable(ion, name);
        }
    }

    private void variable(ModFile.Ion ion, String name) {
        boolean shape = name.equals("e" + ion.name()) || name.equals(ion.name() + "i") || name.equals(ion.name() + "o");
        if (!shape) {
            throw file.source.fault(
                    ion.at(),
                    "'%s' is no variable of the ion %s".formatted(name, ion.name()),
                    "It has e%1$s, %1$si, %1$so and i%1$s.".formatted(ion.name()));
        }
        switch (name) {
            case "ena", "ek", "eca", "cai", "cao" -> known.put(name, new Name(name));
            default -> fixed.put(name, name.startsWith("e") ? 0.0 : DEFAULTS.getOrDefault(name, 1.0));
        }
    }

    boolean knows(String name) {
        return known.containsKey(name) || fixed.containsKey(name) || currents.containsKey(name);
    }
}
