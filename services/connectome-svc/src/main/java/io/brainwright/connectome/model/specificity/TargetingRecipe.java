package io.brainwright.connectome.model.specificity;

import io.brainwright.connectome.model.specificity.TargetingClass.Observed;
import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;

/**
 * The classes of axons that a recipe knows, under {@code specificity}.
 *
 * @param proximal_um path from the soma below which dendrite is proximal
 * @param classes in the order of the recipe
 */
public record TargetingRecipe(double proximal_um, List<TargetingClass> classes) {
    public TargetingRecipe {
        classes = List.copyOf(classes);
    }

    public static TargetingRecipe read(RecipeFile recipe) {
        var classes = new ArrayList<TargetingClass>();
        var list = recipe.tree().path("specificity").path("classes");
        for (int i = 0; i < list.size(); i++) {
            var at = "specificity.classes.%d.".formatted(i);
            var wanted = new EnumMap<Landing, Double>(Landing.class);
            var observed = new EnumMap<Landing, Observed>(Landing.class);
            for (var landing : Landing.values()) {
                if (list.get(i).path("fractions").has(landing.word())) {
                    wanted.put(landing, recipe.number(at + "fractions." + landing.word()));
                }
                if (list.get(i).path("observed").has(landing.word())) {
                    var seen = at + "observed." + landing.word();
                    observed.put(landing, new Observed(recipe.number(seen + ".low"), recipe.number(seen + ".high")));
                }
            }
            classes.add(new TargetingClass(
                    list.get(i).path("name").asString(),
                    CellSelector.read(list.get(i).path("pre")),
                    wanted,
                    observed,
                    list.get(i).path("one_synapse").asBoolean(false)));
        }
        return new TargetingRecipe(recipe.number("specificity.proximal_um"), classes);
    }

    public List<String> names() {
        return classes.stream().map(TargetingClass::name).toList();
    }
}
