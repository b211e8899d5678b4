package io.brainwright.agents.planner;

import io.brainwright.agents.plan.Assumption;
import io.brainwright.fabric.rpc.Assumptions;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Reads what a region holds from the recipe that ships with Brainwright; needs no service. */
public final class RecipeFacts implements TissueFacts {
    private final CorticalSheet sheet;

    public RecipeFacts(CorticalSheet sheet) {
        this.sheet = sheet;
    }

    /** The facts of the sheet that ships. */
    public static RecipeFacts shipped() {
        return new RecipeFacts(CorticalSheet.open(CorticalSheet.names().getFirst()));
    }

    /** The values of a recipe below a path, each as an assumption with its source. */
    static List<Assumption> of(String recipe, String below) {
        return RecipeFile.open(recipe).values().stream()
                .filter(v -> v.path().startsWith(below))
                .map(v -> AtlasFacts.assumption(Assumptions.of(v)))
                .toList();
    }

    @Override
    public Region describe(String acronym) {
        var region = sheet.region(acronym);
        return new Region(
                acronym,
                region.pialArea_mm2(),
                Arrays.stream(region.layers()).mapToObj(this::layer).toList(),
                assumptions(region));
    }

    private Layer layer(int number) {
        var recipe = sheet.recipe();
        return new Layer(number, recipe.layer(number).thickness_um(), recipe.neurons_per_mm3(number));
    }

    private List<Assumption> assumptions(SheetRegion region) {
        var file = sheet.recipe().file();
        var layers = Arrays.stream(region.layers()).mapToObj(layer -> "layers." + layer + ".thickness_um");
        return Stream.concat(
                        Stream.of(
                                "sheet.radius_um",
                                "sheet.area_mm2",
                                "sheet.region_share",
                                "totals.neurons_per_mm3",
                                "totals.inhibitory_fraction"),
                        layers)
                .map(path -> AtlasFacts.assumption(Assumptions.of(file.value(path))))
                .toList();
    }
}
