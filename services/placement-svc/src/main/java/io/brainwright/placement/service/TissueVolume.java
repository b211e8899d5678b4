package io.brainwright.placement.service;

import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.CorticalRecipe;
import io.brainwright.placement.model.Column;
import java.util.List;

/** How much of the placed tissue lies between two depths: only the layers that were filled, without the border left away. */
final class TissueVolume {
    private final PlacedCloud cloud;
    private final boolean whole;
    private final CorticalRecipe recipe;

    TissueVolume(PlacedCloud cloud, double rim_um) {
        this.cloud = cloud;
        whole = rim_um == 0;
        recipe = cloud.placement.tiles().getFirst().region().sheet().recipe();
        if (!whole && !(cloud.placement.tiles().getFirst() instanceof Column)) {
            throw Problem.invalid(
                    "The density cannot be measured as asked.",
                    List.of(new FieldFault(
                            "exclude_border_um",
                            "the volume without a border is known for columns only; leave it out for whole regions.")));
        }
    }

    /** Volume of the filled layers between two depths; 0 where none is filled. */
    double between_mm3(double top_um, double bottom_um) {
        return cloud.request.getLayersList().stream()
                .mapToDouble(layer -> part(layer, top_um, bottom_um))
                .sum();
    }

    double layer_mm3(int layer) {
        return part(layer, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }

    double bottom_um() {
        return recipe.thickness_um();
    }

    private double part(int layer, double top_um, double bottom_um) {
        double top = Math.max(top_um, recipe.layer(layer).top_um());
        double bottom = Math.min(bottom_um, recipe.layer(layer).bottom_um());
        if (top >= bottom) {
            return 0;
        }
        if (whole) {
            return cloud.placement.tiles().stream()
                    .mapToDouble(t -> t.volume_mm3(top, bottom))
                    .sum();
        }
        var column = (Column) cloud.placement.tiles().getFirst();
        double radius_um = column.region().sheet().radius_um();
        return cloud.window.volume_mm3(column.width_um() / 2, radius_um - top, radius_um - bottom);
    }
}
