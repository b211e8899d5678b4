package io.brainwright.sim.model.emodel;

import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.recipe.RecipeValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbers of one model in a recipe. A model that is {@code same_as} another has the other's numbers where it says none of its
 * own, so a type that differs in one channel says that one channel.
 */
final class ModelNumbers {
    private static final String MODELS = "models.";

    private final RecipeFile recipe;
    /** Paths of the model and of those that it is the same as, its own first. */
    private final List<String> from = new ArrayList<>();

    private final Map<String, Double> values = new LinkedHashMap<>();

    /**
     * @param name of the model
     * @throws IllegalStateException where models are the same as each other in a circle
     */
    ModelNumbers(RecipeFile recipe, String name) {
        this.recipe = recipe;
        var models = recipe.tree().path("models");
        for (var at = name; !at.isEmpty(); at = models.path(at).path("same_as").asString("")) {
            if (from.contains(MODELS + at)) {
                throw new IllegalStateException("model '%s' is the same as itself".formatted(at));
            }
            from.add(MODELS + at);
        }
        for (RecipeValue value : recipe.values()) {
            values.put(value.path(), value.value());
        }
    }

    /** The number at a path below the model, its own or that of the model it is the same as. */
    double number(String path) {
        for (var model : from) {
            var value = values.get(model + "." + path);
            if (value != null) {
                return value;
            }
        }
        return recipe.number(from.getFirst() + "." + path); // says which number is missing
    }

    /** All numbers below a path, by the rest of their path; its own stand in place of the other's. */
    Map<String, Double> under(String path) {
        var found = new LinkedHashMap<String, Double>();
        for (var model : from.reversed()) {
            var prefix = "%s.%s.".formatted(model, path);
            values.forEach((at, value) -> {
                if (at.startsWith(prefix)) {
                    found.put(at.substring(prefix.length()), value);
                }
            });
        }
        return found;
    }

    /** Whether a switch of the model is on. */
    boolean isOn(String key) {
        for (var model : from) {
            var said = recipe.tree().at("/" + model.replace('.', '/')).path(key);
            if (said.isBoolean()) {
                return said.asBoolean();
            }
        }
        return false;
    }
}
