package io.brainwright.neuro.atlas;

import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.neuro.recipe.CorticalRegion;
import java.util.ArrayList;

/** Lays the subregions of a recipe side by side on the flat map, and numbers them and their layers. */
final class SheetLayout {
    private static final double UM2_PER_MM2 = 1e6;

    private SheetLayout() {}

    /** Root 1, subregions 10, 20, ..., their layers 11..16, 21..26, ... */
    static RegionHierarchy hierarchy(CorticalRecipe recipe, int idsPerRegion) {
        var nodes = new ArrayList<RegionNode>();
        nodes.add(new RegionNode(1, recipe.rootAcronym(), recipe.rootName(), 0));
        for (int i = 0; i < recipe.regions().size(); i++) {
            var region = recipe.regions().get(i);
            int id = CorticalSheet.leafId(idsPerRegion, i, 0);
            nodes.add(new RegionNode(id, region.acronym(), region.fullName(), 1));
            for (var layer : recipe.layers()) {
                nodes.add(new RegionNode(
                        id + layer.number(),
                        region.acronym() + ";L" + layer.number(),
                        region.fullName() + ", layer " + layer.number(),
                        id));
            }
        }
        return new RegionHierarchy(nodes);
    }

    /** The square of one subregion. */
    static Patch patch(CorticalRecipe recipe, CorticalRegion region) {
        double edge_um = edge_um(recipe);
        var sheet = whole(recipe);
        double u = sheet.uLow_um() + region.column() * edge_um;
        double v = sheet.vLow_um() + region.row() * edge_um;
        return new Patch(u, u + edge_um, v, v + edge_um);
    }

    /** All squares together, the apex in their middle. */
    static Patch whole(CorticalRecipe recipe) {
        double edge_um = edge_um(recipe);
        var grid = recipe.file().tree().path("sheet").path("patch_grid");
        double halfU = grid.path(0).asInt() * edge_um / 2;
        double halfV = grid.path(1).asInt() * edge_um / 2;
        return new Patch(-halfU, halfU, -halfV, halfV);
    }

    private static double edge_um(CorticalRecipe recipe) {
        var file = recipe.file();
        return Math.sqrt(file.number("sheet.area_mm2") * file.number("sheet.region_share") * UM2_PER_MM2);
    }
}
