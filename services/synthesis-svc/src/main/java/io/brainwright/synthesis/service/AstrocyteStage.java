package io.brainwright.synthesis.service;

import io.brainwright.fabric.dataset.DatasetId;
import io.brainwright.fabric.dataset.Datasets;
import io.brainwright.fabric.table.TableSchema;
import io.brainwright.fabric.tables.MorphologyTable;
import io.brainwright.fabric.work.ChunkSink;
import io.brainwright.fabric.work.ChunkSpec;
import io.brainwright.fabric.work.Stage;
import io.brainwright.neuro.morphology.Morphology;
import io.brainwright.neuro.problem.FieldFault;
import io.brainwright.neuro.problem.Problem;
import io.brainwright.proto.synthesis.v1.AstrocytesRequest;
import io.brainwright.synthesis.model.astrocyte.AstrocyteGrower;
import java.util.ArrayList;
import java.util.List;

/** Grows the processes of placed astrocytes, 32 to a chunk; {@code node_id} of its table is the id among the glia. */
public final class AstrocyteStage implements Stage<AstrocytesRequest> {
    private static final int PER_CHUNK = 32;

    @Override
    public String name() {
        return "synthesis-astrocytes";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public AstrocytesRequest emptyRequest() {
        return AstrocytesRequest.getDefaultInstance();
    }

    @Override
    public AstrocytesRequest complete(AstrocytesRequest request) {
        var faults = new ArrayList<FieldFault>();
        check("cells", request.getCells().getId(), faults);
        if (request.hasEndfeet()) {
            check("endfeet", request.getEndfeet().getId(), faults);
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid("The request for astrocyte processes is not complete.", faults);
        }
        return request;
    }

    private static void check(String field, String id, List<FieldFault> faults) {
        if (!id.matches("[0-9a-f]{64}")) {
            faults.add(new FieldFault(field, "'%s'; name the dataset by 64 hexadecimal digits.".formatted(id)));
        }
    }

    @Override
    public List<DatasetId> inputs(AstrocytesRequest request) {
        var cells = new DatasetId(request.getCells().getId());
        return request.hasEndfeet()
                ? List.of(cells, new DatasetId(request.getEndfeet().getId()))
                : List.of(cells);
    }

    @Override
    public List<TableSchema> tables(AstrocytesRequest request) {
        return List.of(MorphologyTable.SCHEMA);
    }

    @Override
    public String unit() {
        return "astrocytes";
    }

    @Override
    public String verb() {
        return "grown";
    }

    @Override
    public List<ChunkSpec> chunks(AstrocytesRequest request, Datasets inputs) {
        long n = PlacedAstrocytes.count(request, inputs);
        var chunks = new ArrayList<ChunkSpec>();
        for (long first = 0; first < n; first += PER_CHUNK) {
            long end = Math.min(n, first + PER_CHUNK);
            chunks.add(new ChunkSpec(
                    chunks.size(), "astrocytes %d..%d".formatted(first, end - 1), first, end, end - first));
        }
        return chunks;
    }

    @Override
    public void make(AstrocytesRequest request, ChunkSpec chunk, Datasets inputs, ChunkSink out) {
        var cells = PlacedAstrocytes.read(request, inputs, (int) chunk.first(), (int) chunk.end());
        var grown = new Morphology[cells.size()];
        for (int c = 0; c < grown.length; c++) {
            var cell = cells.get(c);
            grown[c] = AstrocyteGrower.grow(
                    request.getSeed(), cell.gliaId(), cell.soma(), cell.radius_um(), cell.domain(), cell.feet());
            out.progress(c + 1L, "layer " + cell.layer());
        }
        out.write(MorphologyTable.toBatch(
                cells.stream().mapToLong(PlacedAstrocytes::gliaId).toArray(), grown));
    }
}
