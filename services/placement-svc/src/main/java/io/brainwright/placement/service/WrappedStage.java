package io.brainwright.placement.service;

import static io.brainwright.fabric.table.ColumnType.F32;
import static io.brainwright.fabric.table.ColumnType.I32;
import static io.brainwright.fabric.table.ColumnType.I64;
import static io.brainwright.fabric.table.ColumnType.U64;

import io.brainwright.fabric.dataset.ChunkEntry.Part;
import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.dataset.Manifest;
import io.brainwright.fabric.rpc.OwnNumbers;
import io.brainwright.fabric.table.Column;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.LastAnswer;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.neuro.recipe.RecipeFile;
import io.brainwright.placement.model.domains.DomainIndex;
import io.brainwright.proto.fabric.v1.DatasetRef;
import io.brainwright.proto.placement.v1.WrappedSynapsesRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Says which astrocytes wrap which synapses; a chunk is a chunk of the synapses. */
public final class WrappedStage implements Stage<WrappedSynapsesRequest> {
    private static final String NAME = "placement-wrapped";
    private static final String SCIENCE = "synapses of astrocytes, docs/science/glia.md";

    /** One row a synapse and an astrocyte that wraps it. */
    static final TableSchema EDGES = new TableSchema(
            "wrapped_synapses",
            List.of(
                    Column.of("source_node_id", U64, "1", "Astrocyte, its id among the glia", SCIENCE),
                    Column.of("target_node_id", U64, "1", "Cell that the synapse lies on", SCIENCE),
                    Column.of("synapse_id", U64, "1", "Row of the synapse in its dataset, from 0", SCIENCE),
                    Column.of("distance_um", F32, "um", "From the centre of the soma to the synapse", SCIENCE)),
            Map.of("order", "synapse, astrocyte"));

    /** One row an astrocyte in each chunk; an astrocyte's counts are the sums of its rows. */
    static final TableSchema BY_ASTROCYTE = new TableSchema(
            "synapses_by_astrocyte",
            List.of(
                    Column.of("glia_id", U64, "1", "Astrocyte, its id among the glia", SCIENCE),
                    Column.of("in_domain", I64, "1", "Synapses in its domain", SCIENCE),
                    Column.of("wrapped", I64, "1", "Synapses that it wraps", SCIENCE)));

    /** One row a number of domains in each chunk; the counts of a number are the sums of its rows. */
    static final TableSchema BY_SYNAPSE = new TableSchema(
            "astrocytes_by_synapse",
            List.of(
                    Column.of("domains", I32, "1", "Domains that hold a synapse", SCIENCE),
                    Column.of("synapses", I64, "1", "Synapses in so many", SCIENCE),
                    Column.of("wrapped", I64, "1", "Those among them that are wrapped", SCIENCE)));

    private final RecipeFile recipe = RecipeFile.open("rat-vessels");
    private final LastAnswer<DatasetRef, Held> astrocytes = new LastAnswer<>();

    private record Held(GliaEdges glia, DomainIndex index) {
        private static Held of(GliaEdges glia) {
            return new Held(glia, new DomainIndex(glia.domains()));
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public WrappedSynapsesRequest emptyRequest() {
        return WrappedSynapsesRequest.getDefaultInstance();
    }

    @Override
    public WrappedSynapsesRequest complete(WrappedSynapsesRequest request) {
        var faults = new ArrayList<FieldFault>();
        GliaEdges.checkDataset("cells", request.getCells(), faults);
        GliaEdges.checkDataset("synapses", request.getSynapses(), faults);
        var complete = request.toBuilder().clearOwnValues();
        if (request.hasOwnValues()) {
            request.getOwnValues().getValuesList().stream()
                    .filter(v -> !(v.getValue() >= 0 && v.getValue() <= 1))
                    .forEach(v -> faults.add(new FieldFault(
                            "own_values." + v.getPath(),
                            "is %s; a share lies between 0 and 1.".formatted(v.getValue()))));
            OwnNumbers.complete(request.getOwnValues(), NAME, recipe, faults).ifPresent(complete::setOwnValues);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("Synapses cannot be given to astrocytes as asked.", faults);
        }
        return complete.build();
    }

    @Override
    public List<DatasetId> inputs(WrappedSynapsesRequest request) {
        return List.of(
                new DatasetId(request.getCells().getId()),
                new DatasetId(request.getSynapses().getId()));
    }

    @Override
    public List<TableSchema> tables(WrappedSynapsesRequest request) {
        return List.of(EDGES, BY_ASTROCYTE, BY_SYNAPSE);
    }

    @Override
    public String unit() {
        return "synapses";
    }

    @Override
    public String verb() {
        return "given to astrocytes";
    }

    @Override
    public List<ChunkSpec> chunks(WrappedSynapsesRequest request, Datasets inputs) {
        var chunks = new ArrayList<ChunkSpec>();
        long first = 0;
        for (var chunk : synapses(request, inputs).chunks()) {
            long n = chunk.parts().stream()
                    .filter(part -> part.table().equals("synapses"))
                    .mapToLong(Part::rows)
                    .sum();
            chunks.add(new ChunkSpec(chunk.index(), "synapses of " + chunk.label(), first, first + n, n));
            first += n;
        }
        return chunks;
    }

    @Override
    public void make(WrappedSynapsesRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        double fraction = recipe.with(OwnNumbers.of(request.getOwnValues())).number("tripartite.fraction");
        var held = astrocytes.to(request.getCells(), () -> Held.of(GliaEdges.of(request.getCells(), inputs)));
        var rows = new WrappedRows(held.glia(), held.index(), fraction, request.getSeed());
        rows.add(inputs.read(new DatasetId(request.getSynapses().getId()), "synapses", chunk.index()), chunk.first());
        out.write(rows.edges());
        out.write(rows.byAstrocyte());
        out.write(rows.bySynapse());
    }

    private static Manifest synapses(WrappedSynapsesRequest request, Datasets inputs) {
        var manifest = inputs.manifest(new DatasetId(request.getSynapses().getId()));
        if (manifest.tables().stream().noneMatch(t -> t.name().equals("synapses"))) {
            throw Problem.invalid(
                    "Synapses cannot be given to astrocytes as asked.",
                    List.of(new FieldFault(
                            "synapses",
                            "Dataset %s was made by '%s' and holds no synapses."
                                    .formatted(manifest.id().brief(), manifest.stage()))));
        }
        return manifest;
    }
}
