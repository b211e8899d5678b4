package io.brainwright.connectome.service;

import io.brainwright.connectome.model.edit.Manipulation;
import io.brainwright.connectome.model.wiring.ConnectomeRecipe;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.table.Batch;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.LastAnswer;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.connectome.v1.EditRequest;
import java.util.List;

/**
 * Makes synapses that differ from others by one manipulation: the tables of {@link ConnectomeStage}, chunk by chunk as the parent's.
 */
public final class EditStage implements Stage<EditRequest> {
    private final ConnectomeRecipe recipe = ConnectomeRecipe.ratNonBarrelCortex();
    private final LastAnswer<Question, Rewired> fits = new LastAnswer<>();

    @Override
    public String name() {
        return "connectome-edit";
    }

    @Override
    public int version() {
        return 2;
    }

    @Override
    public EditRequest emptyRequest() {
        return EditRequest.getDefaultInstance();
    }

    @Override
    public EditRequest complete(EditRequest request) {
        return EditRequests.complete(request);
    }

    /** Scaling and delays draw nothing: the seed changes nothing there. */
    @Override
    public EditRequest identity(EditRequest request) {
        return request.hasWeightFactor() || request.hasDelayMs()
                ? request.toBuilder().clearSeed().build()
                : request;
    }

    @Override
    public List<DatasetId> inputs(EditRequest request) {
        return List.of(ConnectomeRequests.id(request.getSynapses()), ConnectomeRequests.id(request.getCells()));
    }

    @Override
    public List<TableSchema> tables(EditRequest request) {
        return List.of(
                ConnectomeTables.EDITED_SYNAPSES, ConnectomeTables.EDITED_CONNECTIONS, ConnectomeTables.PATHWAYS);
    }

    @Override
    public String unit() {
        return "synapses";
    }

    @Override
    public String verb() {
        return "edited";
    }

    @Override
    public List<ChunkSpec> chunks(EditRequest request, Datasets inputs) {
        var parent = parent(request, inputs);
        Selection.of(request, inputs); // a selection without cells fails before anything is made
        return parent.chunks().stream()
                .map(c -> new ChunkSpec(
                        c.index(),
                        c.label(),
                        c.index(),
                        c.index() + 1L,
                        c.parts().stream()
                                .filter(p -> p.table().equals("synapses"))
                                .mapToLong(p -> p.rows())
                                .sum()))
                .toList();
    }

    @Override
    public void make(EditRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var parent = ConnectomeRequests.id(request.getSynapses());
        var rows = rows(request, inputs, out);
        var edited = rows.edit(
                inputs.read(parent, "synapses", chunk.index()), inputs.read(parent, "connections", chunk.index()));
        out.write(edited.synapses());
        out.progress(chunk.amount(), chunk.label());
        out.write(edited.connections());
        Batch pathways = inputs.read(parent, "pathways", chunk.index());
        if (pathways.rowCount() > 0) {
            out.write(pathways);
        }
    }

    private EditedRows rows(EditRequest request, Datasets inputs, ChunkSink out) {
        var manipulation = EditRequests.manipulation(request);
        var selection = Selection.of(request, inputs);
        if (!request.hasRewire() && !request.hasAdd()) {
            return new KeptSourcesRows(manipulation, selection);
        }
        out.progress(0, "fitting the model");
        return new RewiredRows(
                fits.to(new Question(inputs, request), () -> fit(request, manipulation, inputs)),
                selection,
                recipe.physiology(),
                request.hasAdd());
    }

    private record Question(Datasets inputs, EditRequest request) {}

    private static Rewired fit(EditRequest request, Manipulation manipulation, Datasets inputs) {
        var fitted = Rewired.of(request, manipulation, inputs);
        System.getLogger(EditStage.class.getName())
                .log(
                        System.Logger.Level.INFO,
                        "Chance of a connection, fitted: {0}.",
                        String.join("; ", fitted.models()));
        return fitted;
    }

    private static Manifest parent(EditRequest request, Datasets inputs) {
        var parent = inputs.manifest(ConnectomeRequests.id(request.getSynapses()));
        for (var table : List.of("synapses", "connections", "pathways")) {
            if (parent.tables().stream().noneMatch(t -> t.name().equals(table))) {
                throw Problem.invalid(
                        "The synapses cannot be edited.",
                        List.of(new FieldFault(
                                "synapses",
                                "Dataset %s was made by '%s' and has no table '%s'; synapses are needed."
                                        .formatted(parent.id().brief(), parent.stage(), table))));
            }
        }
        return parent;
    }
}
