package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.neuro.atlas.CorticalSheet;
import io.brainwright.neuro.atlas.SheetRegion;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.Placement;
import io.brainwright.placement.model.Tissue;
import io.brainwright.proto.atlas.v1.AtlasRequest;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.ShapeKind;
import java.util.ArrayList;
import java.util.List;

/** Finds the tissue that a request means in the atlas that it names. */
final class Tissues {
    private Tissues() {}

    /** The placement of a complete request. */
    static Placement placement(PlacementRequest complete, Datasets datasets) {
        var region = region(new DatasetId(complete.getAtlas().getId()), complete.getOwnValues(), datasets);
        var tiles = parts(region, complete.getParts().getRegionsList()).stream()
                .flatMap(part -> tiles(part, complete).stream())
                .toList();
        return new Placement(region, tiles, PlacementRequests.toModel(complete));
    }

    private static List<Tissue> tiles(SheetRegion part, PlacementRequest complete) {
        return complete.getShape().getKind() == ShapeKind.SHAPE_KIND_REGION
                ? Placement.wholeRegion(part)
                : List.of(new Column(part, complete.getShape().getWidthUm()));
    }

    /** The parts of a region that are meant; the region itself where none is named. */
    private static List<SheetRegion> parts(SheetRegion whole, List<String> names) {
        if (names.isEmpty()) {
            return List.of(whole);
        }
        var hierarchy = whole.sheet().hierarchy();
        var outside = names.stream()
                .filter(n ->
                        hierarchy.holding(List.of(n, whole.node().acronym())).id()
                                != whole.node().id())
                .toList();
        if (!outside.isEmpty()) {
            throw Problem.invalid(
                    "The cells cannot be placed as asked.",
                    List.of(new FieldFault(
                            "parts.regions",
                            "%s does not belong to %s, which the atlas dataset holds."
                                    .formatted(
                                            String.join(", ", outside),
                                            whole.node().acronym()))));
        }
        return names.stream().map(whole.sheet()::region).toList();
    }

    /**
     * The region that an atlas holds.
     *
     * @param values the scientist's own, beside those that the atlas was cut with
     */
    static SheetRegion region(DatasetId id, OwnValues values, Datasets datasets) {
        var manifest = datasets.manifest(id);
        var made = manifest.stage();
        if (!made.equals("atlas")) {
            throw Problem.invalid(
                    "The cells cannot be placed as asked.",
                    List.of(new FieldFault(
                            "atlas", "Dataset %s was made by '%s'; an atlas is needed.".formatted(id.brief(), made))));
        }
        var grid = datasets.read(id, "grid", 0);
        var own = new ArrayList<>(OwnNumbers.of(cut(manifest).getOwnValues()));
        own.addAll(OwnNumbers.of(values));
        return CorticalSheet.open(grid.texts("atlas")[0], own).region(grid.texts("region")[0]);
    }

    /** How the tissue was cut: the scientist's own thicknesses hold for the cells as well. */
    private static AtlasRequest cut(Manifest manifest) {
        return manifest.requestInto(AtlasRequest.newBuilder()).build();
    }
}
