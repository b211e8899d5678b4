package io.brainwright.connectome.model.midrange;

import io.brainwright.connectome.model.midrange.ProjectionTree.Fork;
import io.brainwright.connectome.model.midrange.ProjectionTree.Leaf;
import io.brainwright.connectome.model.thalamus.Tissue;
import io.brainwright.connectome.model.tissue.CellSelector;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import tools.jackson.databind.JsonNode;

/** What is known, or chosen, of the projections between regions: {@code rat-nbs1-midrange}. */
public final class MidRangeRecipe {
    private static final int LAYERS = 6;

    private final RecipeFile recipe;

    public MidRangeRecipe(RecipeFile recipe) {
        this.recipe = recipe;
    }

    /** The recipe that ships with Brainwright. */
    public static MidRangeRecipe ratNonBarrelCortex() {
        return new MidRangeRecipe(RecipeFile.open("rat-nbs1-midrange"));
    }

    /** How many of the nearest cells a synapse picks its source from. */
    public int nearest() {
        return (int) recipe.number("mid_range.nearest");
    }

    /** Where the axons of all regions go. */
    public ProjectionTree tree() {
        return tree(recipe.tree().path("mid_range").path("tree"), "mid_range.tree");
    }

    /** The projection from one region to another, on the flat map of their sheet. */
    public Projection projection(String source, String target, Tissue tissue) {
        double[] profile = new double[LAYERS + 1];
        for (int layer = 1; layer <= LAYERS; layer++) {
            profile[layer] = recipe.number("mid_range.profile." + layer);
        }
        var all = recipe.tree().path("mid_range");
        return new Projection(
                source,
                target,
                CellSelector.read(all.path("pre")),
                recipe.number("mid_range.density_per_um3"),
                profile,
                triangle(all.path("from"), source, tissue),
                triangle(all.path("to"), target, tissue),
                recipe.number("mid_range.sigma_um"));
    }

    private static Triangle triangle(JsonNode corners, String region, Tissue tissue) {
        double[] all = new double[2 * corners.size()];
        double[] at = new double[3];
        double[] uv = new double[2];
        var sheet = tissue.sheet();
        for (int c = 0; c < corners.size(); c++) {
            var corner = corners.get(c);
            sheet.region(region).axis(corner.get(0).asDouble(), corner.get(1).asDouble(), at);
            for (int k = 0; k < at.length; k++) {
                at[k] = at[k] * sheet.radius_um() - (k == 1 ? sheet.radius_um() : 0);
            }
            tissue.flatten(at, uv);
            all[2 * c] = uv[0];
            all[2 * c + 1] = uv[1];
        }
        return new Triangle(all[0], all[1], all[2], all[3], all[4], all[5]);
    }

    private ProjectionTree tree(JsonNode node, String at) {
        double reach = recipe.number(at + ".reach");
        if (node.has("region")) {
            return new Leaf(node.path("region").asString(), reach);
        }
        var children = new ArrayList<ProjectionTree>();
        for (int i = 0; i < node.path("fork").size(); i++) {
            children.add(tree(node.path("fork").get(i), at + ".fork." + i));
        }
        return new Fork(reach, children);
    }
}
