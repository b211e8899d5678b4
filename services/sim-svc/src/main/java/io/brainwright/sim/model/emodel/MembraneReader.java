package io.brainwright.sim.model.emodel;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeValue;
import io.brainwright.sim.model.mechanism.Mechanism;
import io.brainwright.sim.model.mechanism.Membrane;
import io.brainwright.sim.model.mechanism.Scaled;
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

    private final RecipeFile recipe;
    private final String at;

    /** @param at path of the model in the recipe */
    MembraneReader(RecipeFile recipe, String at) {
        this.recipe = recipe;
        this.at = at;
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
        var membrane = Membrane.of(recipe.number("%s.cm_uF_cm2.%s".formatted(at, group)))
                .with(Mechanism.pas, "g_S_cm2", recipe.number(at + ".leak.g_S_cm2"))
                .with(Mechanism.pas, "e_mV", recipe.number(at + ".leak.e_mV"));
        for (var density : under("densities." + group)) {
            var mechanism = Mechanism.named(last(density));
            membrane = membrane.with(mechanism, "gbar_S_cm2", profile(mechanism, group, density.value()));
        }
        for (var shift : under("sodium." + group)) {
            membrane = membrane.with(Mechanism.NaTg, last(shift), shift.value());
        }
        for (var pool : under("calcium." + group)) {
            membrane = membrane.with(Mechanism.CaDyn, last(pool), pool.value());
        }
        return membrane;
    }

    private Scaled profile(Mechanism mechanism, String group, double density) {
        if (!recipe.tree().at("/" + at.replace('.', '/')).path("profiles").asBoolean(false)) {
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

    private List<RecipeValue> under(String path) {
        var prefix = "%s.%s.".formatted(at, path);
        return recipe.values().stream().filter(v -> v.path().startsWith(prefix)).toList();
    }

    private static String last(RecipeValue value) {
        return value.path().substring(value.path().lastIndexOf('.') + 1);
    }
}
