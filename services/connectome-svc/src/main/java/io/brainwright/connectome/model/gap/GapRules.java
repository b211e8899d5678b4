package io.brainwright.connectome.model.gap;

import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.connectome.model.tissue.CellType;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** Which cells couple, how near their dendrites must pass, and how often that becomes a gap junction. */
public final class GapRules {
    private final RecipeFile recipe;
    private final List<CellSelector> families = new ArrayList<>();

    public GapRules(RecipeFile recipe) {
        this.recipe = recipe;
        recipe.tree().path("gap_junctions").path("families").forEach(family -> families.add(CellSelector.read(family)));
    }

    /** Number of the family whose cells couple with each other; none for cells that do not couple. The last that matches wins. */
    public OptionalInt family(CellType type) {
        for (int f = families.size() - 1; f >= 0; f--) {
            if (type.inhibitory() && families.get(f).matches(type)) {
                return OptionalInt.of(f);
            }
        }
        return OptionalInt.empty();
    }

    /** Largest gap of two surfaces that can be bridged. */
    public double reach_um() {
        return recipe.number("gap_junctions.reach_um");
    }

    /** Overlaps nearer than this along a dendrite are one place. */
    public double region_um() {
        return recipe.number("gap_junctions.region_um");
    }

    /** Chance that a place becomes a gap junction. */
    public double chance() {
        return recipe.number("gap_junctions.chance");
    }

    /** Conductance of each gap junction. */
    public double conductance_nS() {
        return recipe.number("gap_junctions.conductance_nS");
    }
}
