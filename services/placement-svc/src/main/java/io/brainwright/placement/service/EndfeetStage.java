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
import io.brainwright.placement.model.endfeet.Endfeet;
import io.brainwright.placement.model.endfeet.EndfootRecipe;
import io.brainwright.proto.placement.v1.EndfeetRequest;
import java.util.ArrayList;
import java.util.List;

/** Sets the end-feet of a column's astrocytes on its vessels, as one chunk: feet compete for the walls. */
public final class EndfeetStage implements Stage<EndfeetRequest> {
    private static final String NAME = "placement-endfeet";

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
    public EndfeetRequest emptyRequest() {
        return EndfeetRequest.getDefaultInstance();
    }

    @Override
    public EndfeetRequest complete(EndfeetRequest request) {
        var faults = new ArrayList<FieldFault>();
        GliaEdges.checkDataset("cells", request.getCells(), faults);
        GliaEdges.checkDataset("vessels", request.getVessels(), faults);
        var complete = request.toBuilder().clearOwnValues();
        if (request.hasOwnValues()) {
            GliaEdges.checkPositive(request.getOwnValues(), faults);
            OwnNumbers.complete(request.getOwnValues(), NAME, recipe, faults).ifPresent(complete::setOwnValues);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The end-feet cannot be set as asked.", faults);
        }
        return complete.build();
    }

    @Override
    public List<DatasetId> inputs(EndfeetRequest request) {
        return List.of(
                new DatasetId(request.getCells().getId()),
                new DatasetId(request.getVessels().getId()));
    }

    @Override
    public List<TableSchema> tables(EndfeetRequest request) {
        return List.of(EndfeetTables.FEET, EndfeetTables.ASTROCYTES, EndfeetTables.COVERAGE);
    }

    @Override
    public String unit() {
        return "columns";
    }

    @Override
    public String verb() {
        return "given end-feet";
    }

    @Override
    public List<ChunkSpec> chunks(EndfeetRequest request, Datasets inputs) {
        return List.of(new ChunkSpec(0, "end-feet on the vessels", 0, 1, 1));
    }

    @Override
    public void make(EndfeetRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var numbers = EndfootRecipe.of(recipe.with(OwnNumbers.of(request.getOwnValues())));
        var glia = GliaEdges.of(request.getCells(), inputs);
        var graph = VesselRows.graph(new DatasetId(request.getVessels().getId()), inputs);
        var feet = Endfeet.grow(glia.domains(), glia.centres(), glia.ids(), graph, numbers, request.getSeed());
        out.write(EndfeetTables.feet(feet, glia.ids(), graph, numbers));
        out.write(EndfeetTables.astrocytes(feet, glia.ids()));
        out.write(EndfeetTables.coverage(feet, graph));
    }
}
