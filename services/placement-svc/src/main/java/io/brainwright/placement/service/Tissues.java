package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.Placement;
import io.brainwright.placement.model.Tissue;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import java.util.List;

/** Finds the tissue that a request means in the atlas that it names. */
final class Tissues {
    private Tissues() {}

    /** The placement of a complete request. */
    static Placement placement(PlacementRequest complete, Datasets datasets) {
        var region = region(complete, datasets);
        var tiles = complete.getShape().getKind() == ShapeKind.SHAPE_KIND_REGION
                ? Placement.wholeRegion(region)
                : List.<Tissue>of(new Column(region, complete.getShape().getWidthUm()));
        return new Placement(region, tiles, PlacementRequests.toModel(complete));
    }

    private static SheetRegion region(PlacementRequest complete, Datasets datasets) {
        var id = new DatasetId(complete.getAtlas().getId());
        var made = datasets.manifest(id).stage();
        if (!made.equals("atlas")) {
            throw Problem.invalid(
                    "The cells cannot be placed as asked.",
                    List.of(new FieldFault(
                            "atlas", "Dataset %s was made by '%s'; an atlas is needed.".formatted(id.brief(), made))));
        }
        var grid = datasets.read(id, "grid", 0);
        return CorticalSheet.open(grid.texts("atlas")[0]).region(grid.texts("region")[0]);
    }
}
