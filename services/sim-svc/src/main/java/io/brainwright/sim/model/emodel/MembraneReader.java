package io.brainwright.sim.model.emodel;

import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.mechanism.Scaled;
import io.brainwright.sim.model.nmodl.Published;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the membranes of one model.
 *
 * <p>Densities follow the path distance d from the soma as published: Ih rises as a + b exp(c d), apical sodium falls as
 * exp(c d); both only where the model has {@code profiles}.
 */
final class MembraneReader {
    private static final List<String> GROUPS = List.of("soma", "axon", "basal", "apical");

    /** What mechanisms call their density, S/cm2: the built-in ones, and the published ones as their files do. */
    private static final List<String> DENSITIES = List.of("gbar_S_cm2", "gkbar", "gbar");

    private final RecipeFile recipe;
    private final ModelNumbers numbers;

    MembraneReader(RecipeFile recipe, ModelNumbers numbers) {
        this.recipe = recipe;
        this.numbers = numbers;
    }

    /** A membrane for each group of sections. */
    Map<String, Membrane> groups() {
        var groups = new LinkedHashMap<String, Membrane>();
        for (var group : GROUPS) {
            groups.put(group, membrane(group));
        }
        return groups;
    }

    private Membrane membrane(String group) {
        var membrane = Membrane.of(numbers.number("cm_uF_cm2." + group))
                .with(Mechanism.pas, "g_S_cm2", numbers.number("leak.g_S_cm2"))
                .with(Mechanism.pas, "e_mV", numbers.number("leak.e_mV"));
        for (var density : numbers.under("densities." + group).entrySet()) {
            var mechanism = mechanism(density.getKey());
            membrane = membrane.with(mechanism, densityOf(mechanism), profile(mechanism, group, density.getValue()));
        }
        for (var shift : numbers.under("sodium." + group).entrySet()) {
            membrane = membrane.with(Mechanism.NaTg, shift.getKey(), shift.getValue());
        }
        for (var pool : numbers.under("calcium." + group).entrySet()) {
            membrane = membrane.with(Mechanism.CaDyn, pool.getKey(), pool.getValue());
        }
        return membrane;
    }

    /** A built-in mechanism, or a published one that is served by name. */
    private static Mechanism mechanism(String name) {
        return Published.has(name) ? Published.named(name) : Mechanism.named(name);
    }

    private static String densityOf(Mechanism mechanism) {
        return mechanism.parameters().stream()
                .map(Mechanism.Parameter::name)
                .filter(DENSITIES::contains)
                .findFirst()
                .orElseThrow(() -> new Problem(
                        Kind.INVALID,
                        "MECHANISM_WITHOUT_DENSITY",
                        "Mechanism %s has no density.".formatted(mechanism.name()),
                        "The densities of a model name channels; their parameter is one of %s.".formatted(DENSITIES),
                        Map.of("mechanism", mechanism.name())));
    }

    private Scaled profile(Mechanism mechanism, String group, double density) {
        if (!numbers.isOn("profiles")) {
            return Scaled.of(density);
        }
        if (mechanism == Mechanism.Ih) {
            return new Scaled(
                    density,
                    recipe.number("profiles.Ih.a"),
                    recipe.number("profiles.Ih.b"),
                    recipe.number("profiles.Ih.c_per_um"));
        }
        if (mechanism == Mechanism.NaTg && group.equals("apical")) {
            return new Scaled(density, 0, 1, recipe.number("profiles.apical_NaTg.c_per_um"));
        }
        return Scaled.of(density);
    }
}
