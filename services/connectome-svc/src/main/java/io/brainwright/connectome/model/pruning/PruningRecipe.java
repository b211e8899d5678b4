package io.brainwright.connectome.model.pruning;

import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.neuro.problem.Kind;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.neuro.vocabulary.SynapseClass;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the recipe knows of each pathway's pruning; the last rule that matches wins.
 *
 * <p>Where nothing was measured, the mean number of synapses follows from the mean number n of appositions:
 *
 * <pre>{@code
 *   m = 1.5 n               EXC to EXC
 *   m = 6 sqrt(n - 1) - 1   all others;    both within 1..25
 * }</pre>
 */
public final class PruningRecipe {
    private final RecipeFile recipe;
    private final List<Reduction> reductions = new ArrayList<>();
    private final List<Measured> measured = new ArrayList<>();

    private record Reduction(CellSelector pre, double factor) {}

    private record Measured(CellSelector pre, CellSelector post, double mean, double cv) {}

    public PruningRecipe(RecipeFile recipe) {
        this.recipe = recipe;
        var pruning = recipe.tree().path("pruning");
        for (int i = 0; i < pruning.path("bouton_reduction").size(); i++) {
            var rule = pruning.path("bouton_reduction").get(i);
            reductions.add(new Reduction(
                    CellSelector.read(rule.path("pre")), recipe.number("pruning.bouton_reduction." + i + ".factor")));
        }
        for (int i = 0; i < pruning.path("pathways").size(); i++) {
            var rule = pruning.path("pathways").get(i);
            measured.add(new Measured(
                    CellSelector.read(rule.path("pre")),
                    CellSelector.read(rule.path("post")),
                    recipe.number("pruning.pathways." + i + ".mean"),
                    recipe.number("pruning.pathways." + i + ".cv")));
        }
    }

    /** Pairs that a pathway needs for statistics of its own. */
    public int leastPairs() {
        return (int) recipe.number("pruning.pooling.least_pairs");
    }

    /** Target cells on which the statistics of pathways are measured. */
    public int pilotCells() {
        return (int) recipe.number("pruning.pooling.pilot_cells");
    }

    /**
     * The rule of a pathway.
     *
     * @param structuralMean n, appositions per connected pair
     */
    public PruningRule rule(Pathway pathway, double structuralMean) {
        double reduction = reduction(pathway.pre());
        if (reduction >= 1) {
            return new PruningRule.Direct(1, 1, 0);
        }
        for (var known : measured.reversed()) {
            if (known.pre().matches(pathway.pre()) && known.post().matches(pathway.post())) {
                return new PruningRule.MeanAndSpread(reduction, known.mean(), known.cv());
            }
        }
        return new PruningRule.MeanAndSpread(
                reduction, mean(pathway, structuralMean), recipe.number("pruning.without_data.cv"));
    }

    private double reduction(CellType pre) {
        for (var rule : reductions.reversed()) {
            if (rule.pre().matches(pre)) {
                return rule.factor();
            }
        }
        throw new Problem(
                Kind.INVALID,
                "PRUNING_RULE_MISSING",
                "Recipe '%s' has no bouton reduction for axons of '%s'.".formatted(recipe.name(), pre.mtype()),
                "Add a rule under pruning.bouton_reduction; EXC and INH catch all.",
                Map.of("recipe", recipe.name(), "mtype", pre.mtype()));
    }

    private double mean(Pathway pathway, double n) {
        boolean excitatory = pathway.pre().synapseClass() == SynapseClass.EXC
                && pathway.post().synapseClass() == SynapseClass.EXC;
        double mean = excitatory
                ? without("exc_to_exc_slope") * n
                : without("other_slope") * Math.sqrt(Math.max(0, n - 1)) - without("other_offset");
        return Math.max(without("least_mean"), Math.min(without("largest_mean"), mean));
    }

    private double without(String name) {
        return recipe.number("pruning.without_data." + name);
    }
}
