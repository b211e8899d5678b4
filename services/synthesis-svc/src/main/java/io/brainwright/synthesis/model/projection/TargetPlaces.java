package io.brainwright.synthesis.model.projection;

import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.random.Draws;
import io.brainwright.neuro.recipe.RecipeFile;
import java.util.ArrayList;
import java.util.List;

/**
 * Where in a region the tufts of an axon stand.
 *
 * <pre>{@code
 *   place on the sheet   the soma's fractions of its region's sides, in the target's sides, plus a normal scatter σ in both
 *   layer                chance ~ profile(layer) · thickness(layer);  depth uniform within the layer
 * }</pre>
 *
 * These are the image, scatter and profile of the mid-range synapses (recipe {@code rat-nbs1-midrange}), whose triangles map fractions of sides to
 * the same fractions.
 */
public final class TargetPlaces {
    /** um, from the sides of the region; chosen: so that a tuft has room on all sides. */
    static final double MARGIN_UM = 100;
    /** um, from the pia and the white matter; chosen: as above, less than half of the thinnest layer. */
    private static final double EDGE_UM = 60;

    private final CorticalSheet sheet;
    private final double sigma_um;
    private final double[] layerWeights;

    public TargetPlaces(CorticalSheet sheet) {
        this.sheet = sheet;
        var recipe = RecipeFile.open("rat-nbs1-midrange");
        this.sigma_um = recipe.number("mid_range.sigma_um");
        var layers = sheet.recipe().layers();
        layerWeights = new double[layers.size()];
        for (var layer : layers) {
            layerWeights[layer.number() - 1] =
                    recipe.number("mid_range.profile." + layer.number()) * (layer.bottom_um() - layer.top_um());
        }
    }

    /**
     * Draws places for the tufts of one cell.
     *
     * @param home region of the soma
     * @param soma its place
     * @param target region that it projects to
     * @param tufts how many
     * @param draws of this cell and target
     */
    public List<double[]> draw(SheetRegion home, double[] soma, SheetRegion target, int tufts, Draws draws) {
        var image = new double[2];
        home.fractions(soma[0], soma[1], soma[2], image);
        var places = new ArrayList<double[]>();
        for (int t = 0; t < tufts; t++) {
            var at = new double[3];
            double lateral = scattered(image[0], target.lateralSide_um(), draws);
            double posterior = scattered(image[1], target.posteriorSide_um(), draws);
            target.place(lateral, posterior, depth_um(draws), at);
            places.add(at);
        }
        return places;
    }

    private double scattered(double image, double side_um, Draws draws) {
        double margin = MARGIN_UM / side_um;
        return Math.clamp(draws.normal(image, sigma_um / side_um), margin, 1 - margin);
    }

    private double depth_um(Draws draws) {
        var layer = sheet.recipe().layers().get(draws.choose(layerWeights));
        double depth_um = draws.uniform(layer.top_um(), layer.bottom_um());
        return Math.clamp(depth_um, EDGE_UM, sheet.recipe().thickness_um() - EDGE_UM);
    }
}
