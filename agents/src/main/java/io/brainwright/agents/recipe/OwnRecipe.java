package io.brainwright.agents.recipe;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.agents.plan.Plan;
import io.brainwright.agents.plan.PluggedActions;
import io.brainwright.neuro.recipe.RecipeOverlay;
import io.brainwright.neuro.recipe.RecipeReaders;
import io.brainwright.neuro.recipe.RecipeValue;
import io.brainwright.proto.fabric.v1.OwnValue;
import io.brainwright.proto.fabric.v1.OwnValues;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Values that the scientist promoted into {@code recipe/*.yaml} of the workspace, as a plan holds them: assumptions {@code
 * recipe.<recipe>.<path>} with their source. A run takes them from the plan that was approved, never from the workspace, so that it can be
 * repeated after they were taken back.
 */
public final class OwnRecipe {
    private static final String PREFIX = "recipe.";
    private static final List<String> RECIPES =
            List.of("rat-nbs1", "rat-nbs1-synapses", "rat-nbs1-electrical", "rat-vessels");
    private static final Map<String, String> STAGE_OF = Map.of(
            "atlas.region",
            "atlas",
            "placement.cells",
            "placement",
            "connectome.local",
            "connectome",
            "placement.vessels",
            "placement-vessels",
            "connectome.astrocytes",
            "placement-wrapped",
            "sim.run",
            "sim");

    private OwnRecipe() {}

    /** The plan with the workspace's own values as they are now, where a step builds from them; shipped values of the same places go. */
    public static Plan into(Plan plan, Path workspace) {
        return into(plan, workspace, PluggedActions.NONE);
    }

    /** The same where plugged-in stages play the part of built-in ones. */
    public static Plan into(Plan plan, Path workspace, PluggedActions plugged) {
        var stages = new HashSet<String>();
        plan.steps().forEach(step -> {
            Optional.ofNullable(STAGE_OF.get(plugged.part(step.action()))).ifPresent(stages::add);
            if (step.params().path("gap_junctions").asBoolean(false)) {
                stages.add("connectome-gap");
            }
            if (step.params().path("endfeet").asBoolean(false)) {
                stages.add("placement-endfeet");
            }
        });
        var own = new ArrayList<Assumption>();
        var replaced = new HashSet<String>();
        for (var recipe : RECIPES) {
            for (var layered : RecipeOverlay.open(recipe, workspace).values()) {
                var path = layered.value().path();
                if (layered.own()
                        && RecipeReaders.of(recipe, path)
                                .filter(stages::contains)
                                .isPresent()) {
                    own.add(assumption(recipe, layered));
                    replaced.add(path);
                }
            }
        }
        var all = new ArrayList<>(plan.assumptions());
        all.removeIf(a -> a.path().startsWith(PREFIX) || replaced.contains(a.path()));
        all.addAll(own);
        return all.equals(plan.assumptions()) ? plan : plan.withAssumptions(all);
    }

    /** Whether an assumption is such a value. */
    public static boolean holds(Assumption assumption) {
        return assumption.path().startsWith(PREFIX) && assumption.value().isNumber();
    }

    /** Hands a stage those of the plan's values that it builds from; nothing where there are none. */
    public static void give(Plan plan, String stage, Consumer<OwnValues> request) {
        var values = OwnValues.newBuilder();
        plan.assumptions().stream()
                .filter(OwnRecipe::holds)
                .sorted(Comparator.comparing(Assumption::path))
                .forEach(a -> {
                    var place = a.path().substring(PREFIX.length());
                    var recipe = place.substring(0, Math.max(0, place.indexOf('.')));
                    var path = place.substring(recipe.length() + 1);
                    if (RECIPES.contains(recipe)
                            && RecipeReaders.of(recipe, path).equals(Optional.of(stage))) {
                        values.addValues(OwnValue.newBuilder()
                                .setPath(path)
                                .setValue(a.value().asDouble()));
                    }
                });
        if (values.getValuesCount() > 0) {
            request.accept(values.build());
        }
    }

    private static Assumption assumption(String recipe, RecipeOverlay.Layered layered) {
        var value = layered.value();
        var tags =
                value.generalised().isEmpty() ? "" : " [generalised: " + String.join(", ", value.generalised()) + "]";
        var under = layered.under();
        return new Assumption(
                PREFIX + recipe + "." + value.path(),
                JsonNodeFactory.instance.numberNode(value.value()),
                value.unit(),
                value.source() + tags,
                under == null ? List.of() : List.of(shipped(under)));
    }

    private static String shipped(RecipeValue under) {
        return String.format(Locale.ROOT, "%s %s (shipped: %s)", under.value(), under.unit(), under.source());
    }
}
