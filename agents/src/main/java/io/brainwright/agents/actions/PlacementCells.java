package io.brainwright.agents.actions;

import io.brainwright.agents.plan.NamedRegions;
import io.brainwright.agents.recipe.OwnRecipe;
import io.brainwright.agents.run.ActionExecutor;
import io.brainwright.agents.run.DatasetKind;
import io.brainwright.agents.run.StepContext;
import io.brainwright.agents.run.StepOutcome;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.placement.v1.AstrocyteDomains;
import io.brainwright.proto.placement.v1.PlacementRequest;
import io.brainwright.proto.placement.v1.Shape;
import io.brainwright.proto.placement.v1.ShapeKind;
import tools.jackson.databind.JsonNode;

/** Places the cells of a shape within the region. */
final class PlacementCells implements ActionExecutor {
    @Override
    public String action() {
        return "placement.cells";
    }

    @Override
    public StepOutcome run(StepContext context) {
        var asked =
                request(context.upstream("atlas.region"), context.params(), context.require(DatasetKind.ATLAS))
                        .toBuilder();
        OwnRecipe.give(context.plan(), "placement", asked::setOwnValues);
        var request = asked.build();
        return StepOutcome.made(
                DatasetKind.CELLS,
                context.build("placement", () -> context.services().placement().build(request)));
    }

    static PlacementRequest request(JsonNode where, JsonNode cells, DatasetRef atlas) {
        var request = PlacementRequest.newBuilder()
                .setAtlas(atlas)
                .setShape(shape(where.path("shape")))
                .setCellCount(cells.path("count").asLong(0))
                .setDensityScale(cells.path("density_scale").asDouble(0))
                .setExcitatoryFraction(cells.path("excitatory_fraction").asDouble(-1))
                .setSeed(cells.path("seed").asLong(0));
        var regions = NamedRegions.of(where);
        if (regions.size() > 1) {
            request.getPartsBuilder().addAllRegions(regions);
        }
        where.path("layers").forEach(layer -> request.addLayers(layer.asInt()));
        cells.path("classes").forEach(name -> request.addClasses(name.asString()));
        cells.path("m_types").forEach(type -> request.addMTypes(type.asString()));
        return request.setDomains(domains(cells.path("domains").asString(""))).build();
    }

    private static AstrocyteDomains domains(String word) {
        return switch (word) {
            case "non_overlapping" -> AstrocyteDomains.ASTROCYTE_DOMAINS_NON_OVERLAPPING;
            case "overlapping" -> AstrocyteDomains.ASTROCYTE_DOMAINS_OVERLAPPING;
            default -> AstrocyteDomains.ASTROCYTE_DOMAINS_UNSPECIFIED;
        };
    }

    private static Shape shape(JsonNode shape) {
        return switch (shape.path("kind").asString("whole")) {
            case "column" ->
                Shape.newBuilder()
                        .setKind(ShapeKind.SHAPE_KIND_COLUMN)
                        .setWidthUm(shape.path("width_um")
                                .asDouble(2 * shape.path("radius_um").asDouble(0)))
                        .build();
            default -> Shape.newBuilder().setKind(ShapeKind.SHAPE_KIND_REGION).build();
        };
    }
}
