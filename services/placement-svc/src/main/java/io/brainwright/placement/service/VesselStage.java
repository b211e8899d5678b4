package io.brainwright.placement.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.Column;
import io.brainwright.placement.model.vessels.VesselMeasures;
import io.brainwright.placement.model.vessels.VesselRecipe;
import io.brainwright.placement.model.vessels.Vessels;
import io.brainwright.proto.fabric.v1.OwnValues;
import io.brainwright.proto.placement.v1.ShapeKind;
import io.brainwright.proto.placement.v1.VesselsRequest;
import java.util.ArrayList;
import java.util.List;

/** Grows the vessels of a column, as one chunk: they hang together. */
public final class VesselStage implements Stage<VesselsRequest> {
    static final String NAME = "placement-vessels";

    private final RecipeFile recipe = RecipeFile.open("rat-vessels");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public VesselsRequest emptyRequest() {
        return VesselsRequest.getDefaultInstance();
    }

    @Override
    public VesselsRequest complete(VesselsRequest request) {
        var faults = new ArrayList<FieldFault>();
        PlacementRequests.checkAtlas(request.getAtlas(), faults);
        var shape = PlacementRequests.shape(request.getShape(), faults);
        if (shape.getKind() == ShapeKind.SHAPE_KIND_REGION) {
            faults.add(new FieldFault(
                    "shape.kind", "Vessels are grown for a column; a whole region is not yet possible."));
        }
        var complete = request.toBuilder().setShape(shape).clearOwnValues();
        if (request.hasOwnValues()) {
            GliaEdges.checkPositive(request.getOwnValues(), faults);
            OwnNumbers.complete(request.getOwnValues(), NAME, recipe, faults).ifPresent(complete::setOwnValues);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The vessels cannot be grown as asked.", faults);
        }
        return complete.build();
    }

    @Override
    public List<DatasetId> inputs(VesselsRequest request) {
        return List.of(new DatasetId(request.getAtlas().getId()));
    }

    @Override
    public List<TableSchema> tables(VesselsRequest request) {
        return List.of(VesselTables.SEGMENTS, VesselTables.POINTS, VesselTables.MEASURES);
    }

    @Override
    public String unit() {
        return "columns";
    }

    @Override
    public String verb() {
        return "supplied with vessels";
    }

    @Override
    public List<ChunkSpec> chunks(VesselsRequest request, Datasets inputs) {
        return List.of(new ChunkSpec(0, column(request, inputs).label(), 0, 1, 1));
    }

    @Override
    public void make(VesselsRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var own = recipe.with(OwnNumbers.of(request.getOwnValues()));
        var column = column(request, inputs);
        var graph = Vessels.grow(column, VesselRecipe.of(own), request.getSeed());
        out.write(VesselTables.segments(graph));
        out.write(VesselTables.points(graph));
        out.write(VesselTables.measures(VesselMeasures.of(column, graph, request.getSeed()), own));
    }

    private static Column column(VesselsRequest request, Datasets inputs) {
        var region = Tissues.region(new DatasetId(request.getAtlas().getId()), OwnValues.getDefaultInstance(), inputs);
        return new Column(region, request.getShape().getWidthUm());
    }
}
