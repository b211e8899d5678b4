package io.brainwright.connectome.model.wiring;

import io.brainwright.connectome.model.physiology.PhysiologyRecipe;
import io.brainwright.connectome.model.pruning.PruningRecipe;
import io.brainwright.connectome.model.specificity.TargetingRecipe;
import io.brainwright.neuro.recipe.OwnNumber;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.List;

/**
 * All rules of the wiring, from one recipe.
 *
 * @param file every number with its source
 * @param pruning which appositions become synapses
 * @param physiology what synapses do
 */
public record ConnectomeRecipe(RecipeFile file, PruningRecipe pruning, PhysiologyRecipe physiology) {
    /** The recipe that ships with Brainwright. */
    public static ConnectomeRecipe ratNonBarrelCortex() {
        return of(RecipeFile.open("rat-nbs1-synapses"));
    }

    private static ConnectomeRecipe of(RecipeFile file) {
        return new ConnectomeRecipe(file, new PruningRecipe(file), new PhysiologyRecipe(file));
    }

    /** The same rules with the scientist's own numbers in some places. */
    public ConnectomeRecipe with(List<OwnNumber> numbers) {
        return numbers.isEmpty() ? this : of(file.with(numbers));
    }

    /** Axons that can choose where they make synapses. */
    public TargetingRecipe targeting() {
        return TargetingRecipe.read(file);
    }

    /** Which appositions count, with the reach that the scientist chose. */
    public TouchRules touch(double exc_um, double inh_um) {
        return new TouchRules(file, exc_um, inh_um);
    }

    /** Reach of an axon where the scientist chose none. */
    public double reach_um() {
        return file.number("touch.reach_um");
    }
}
